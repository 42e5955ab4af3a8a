import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Adds to the list of parts that the build knows what it does not know: the Java runtime.
 *
 * <p>Run by the build as {@code java -classpath LIBRARIES Sbom.java DISTRIBUTION PARTS SBOM}, where PARTS is what the build wrote
 * in the form of CycloneDX.
 */
final class Sbom {
    private Sbom() {}

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode parts = (ObjectNode) json.readTree(Path.of(args[1]).toFile());
        ((ArrayNode) parts.get("components")).add(runtime(json, Path.of(args[0]).resolve("runtime/release")));
        Path sbom = Path.of(args[2]);
        Files.createDirectories(sbom.getParent());
        Files.writeString(sbom, json.writerWithDefaultPrettyPrinter().writeValueAsString(parts) + "\n");
    }

    private static ObjectNode runtime(ObjectMapper json, Path release) throws IOException {
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
            facts.load(reader);
        }
        String version = fact(facts, "JAVA_VERSION");
        ObjectNode runtime = json.createObjectNode();
        runtime.put("type", "platform");
        runtime.put("bom-ref", "openjdk@" + version);
        runtime.put("name", "openjdk");
        runtime.put("version", version);
        runtime.put(
                "description",
                "The runtime of the archive that brings its own, with the modules " + fact(facts, "MODULES"));
        runtime.put("scope", "optional");
        ObjectNode licence = runtime.putArray("licenses").addObject();
        licence.put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        return runtime;
    }

    private static String fact(Properties facts, String name) {
        return facts.getProperty(name, "").replace("\"", "");
    }
}
