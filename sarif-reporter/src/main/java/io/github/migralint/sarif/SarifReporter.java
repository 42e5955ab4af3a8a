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
import java.util.function.Function;

/** Writes a report as SARIF 2.1.0, as GitHub code scanning wants it; the same input gives the same bytes. */
public final class SarifReporter implements Reporter {
    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

    private final Function<String, String> pages;
    private final SourceRoot root;
    private final boolean withSuppressed;

    /**
     * A reporter that leaves out what is suppressed: code scanning would open an alert for it.
     *
     * @param pages gives the page of a rule, in Markdown, by its id
     * @param root what files are named from
     */
    public SarifReporter(Function<String, String> pages, SourceRoot root) {
        this(pages, root, false);
    }

    private SarifReporter(Function<String, String> pages, SourceRoot root, boolean withSuppressed) {
        this.pages = pages;
        this.root = root;
        this.withSuppressed = withSuppressed;
    }

    /** The same, which marks what is suppressed instead of leaving it out, if {@code wanted}. */
    public SarifReporter showingSuppressed(boolean wanted) {
        return new SarifReporter(pages, root, wanted);
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
        List<Result> results = new Results(rules, locations, report.fingerprints()).of(report, withSuppressed);
        var invocation = new Notifications(locations).invocation(report);
        var bases = new OriginalUriBaseIds();
        bases.setAdditionalProperty(
                Locations.BASE,
                new ArtifactLocation().withDescription(new Message().withText("The root of the repository.")));
        return new Run()
                .withTool(new Tool().withDriver(driver(rules)))
                .withAutomationDetails(new RunAutomationDetails().withId("migralint/"))
                .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
                .withOriginalUriBaseIds(bases)
                .withInvocations(List.of(invocation))
                .withArtifacts(locations.artifacts())
                .withResults(results);
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
