package io.github.migralint.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tests of one file.
 *
 * @param name the path of the file
 * @param cases its tests, of which there is at least one
 */
record JunitSuite(String name, List<JunitCase> cases) {
    JunitSuite {
        cases = cases.isEmpty() ? List.of(JunitCase.clean()) : List.copyOf(cases);
    }

    /** The sums of some suites as attributes of the element that holds them. */
    static void writeCounts(List<JunitSuite> suites, Xml xml) throws IOException {
        writeCounts(xml, suites.stream().flatMap(suite -> suite.cases.stream()).toList());
    }

    void write(Xml xml) throws IOException {
        xml.start("testsuite").attribute("name", name);
        writeCounts(xml, cases);
        Map<String, Integer> occurrences = new HashMap<>();
        for (JunitCase test : cases) {
            int number = occurrences.merge(test.name(), 1, Integer::sum);
            test.write(number, name, className(), xml);
        }
        xml.end();
    }

    private static void writeCounts(Xml xml, List<JunitCase> cases) throws IOException {
        xml.attribute("tests", cases.size())
                .attribute("failures", count(cases, JunitCase.Outcome.FAILURE))
                .attribute("errors", count(cases, JunitCase.Outcome.ERROR))
                .attribute("skipped", count(cases, JunitCase.Outcome.SKIPPED))
                .attribute("time", 0);
    }

    private static int count(List<JunitCase> cases, JunitCase.Outcome outcome) {
        return (int) cases.stream().filter(test -> test.outcome() == outcome).count();
    }

    /** The path without its ending; what stands before a dot would be taken for a package. */
    private String className() {
        int dot = name.lastIndexOf('.');
        String stem = dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
        return stem.replace('.', '_');
    }
}
