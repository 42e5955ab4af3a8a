package io.github.migralint.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import io.github.migralint.report.AppendableWriter;
import io.github.migralint.report.Product;
import io.github.migralint.report.Report;
import io.github.migralint.report.Reporter;
import io.github.migralint.report.SourceRoot;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a report as SARIF 2.1.0, as GitHub code scanning wants it; the same input gives the same bytes. */
public final class SarifReporter implements Reporter {
    /** Code scanning refuses a run with more. */
    private static final int MOST_RESULTS = 25_000;

    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

    private final Function<String, String> pages;
    private final SourceRoot root;
    private final Choices choices;

    /**
     * A reporter that leaves out what is suppressed: code scanning would open an alert for it.
     *
     * @param pages gives the page of a rule, in Markdown, by its id
     * @param root what files are named from
     */
    public SarifReporter(Function<String, String> pages, SourceRoot root) {
        this(pages, root, new Choices(false, Optional.empty(), MOST_RESULTS));
    }

    private SarifReporter(Function<String, String> pages, SourceRoot root, Choices choices) {
        this.pages = pages;
        this.root = root;
        this.choices = choices;
    }

    /**
     * What can be chosen.
     *
     * @param suppressed whether what is suppressed or in the baseline is told and marked
     * @param category tells reports of one commit apart, if it is said
     * @param most how many results may be told
     */
    private record Choices(boolean suppressed, Optional<String> category, int most) {}

    /** The same, which marks what is suppressed or in the baseline instead of leaving it out, if {@code wanted}. */
    public SarifReporter showingSuppressed(boolean wanted) {
        return new SarifReporter(pages, root, new Choices(wanted, choices.category(), choices.most()));
    }

    /**
     * The same for one of several reports of a commit, which would otherwise take each other's place. Without it, whoever
     * uploads the report says the category: what a report says cannot be overruled.
     */
    public SarifReporter inCategory(Optional<String> category) {
        return new SarifReporter(pages, root, new Choices(choices.suppressed(), category, choices.most()));
    }

    /** The same with room for fewer results. */
    SarifReporter withAtMost(int results) {
        return new SarifReporter(pages, root, new Choices(choices.suppressed(), choices.category(), results));
    }

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        var log = new SarifSchema210()
                .with$schema(SCHEMA)
                .withVersion(SarifSchema210.Version._2_1_0)
                .withRuns(List.of(run(report)));
        SarifMapper.writer().writeValue(new AppendableWriter(out), log);
        out.append('\n');
    }

    private Run run(Report report) {
        var rules = new RuleDescriptors(report.rules(), pages);
        var locations = new Locations(root);
        Chosen<Result> chosen =
                new Results(rules, locations, report.fingerprints()).of(report, choices.suppressed(), choices.most());
        var invocation = new Notifications(locations).invocation(report, chosen.leftOut());
        var bases = new OriginalUriBaseIds();
        bases.setAdditionalProperty(
                Locations.BASE,
                new ArtifactLocation().withDescription(new Message().withText("The root of the repository.")));
        var run = new Run()
                .withTool(new Tool().withDriver(driver(rules)))
                .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
                .withOriginalUriBaseIds(bases)
                .withInvocations(List.of(invocation))
                .withArtifacts(locations.artifacts())
                .withResults(chosen.results());
        choices.category().map(SarifReporter::automation).ifPresent(run::setAutomationDetails);
        return run;
    }

    /** Everything before the last slash is the category; what follows would tell runs apart. */
    private static RunAutomationDetails automation(String category) {
        return new RunAutomationDetails().withId(category.endsWith("/") ? category : category + "/");
    }

    private static ToolComponent driver(RuleDescriptors rules) {
        return new ToolComponent()
                .withName(Product.NAME)
                .withFullName(Product.NAME + " " + Product.VERSION)
                .withVersion(Product.VERSION)
                .withSemanticVersion(Product.VERSION)
                .withOrganization(Product.NAME)
                .withInformationUri(URI.create(Product.URL))
                .withRules(rules.all())
                .withNotifications(Notifications.descriptors());
    }
}
