package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reports of files with all rules, without the command around them. */
final class Reports {
    private Reports() {}

    /** What is found in a folder; HIGH makes it fail. */
    static Report of(Path folder) {
        List<Rule> rules = Rules.all();
        List<RuleInfo> catalogue = rules.stream().map(Rule::info).toList();
        var request = Request.of(List.of(folder), Dialects.all().get(0)).build();
        return new Analyzer(rules, catalogue).check(request, Optional.of(Risk.HIGH));
    }
}
