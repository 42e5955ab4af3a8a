import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * Adds to the list of parts that the build knows what it does not know: the Java runtime, and the hashes of jars as they are shipped, since
 * some are written anew for the distribution.
 *
 * <p>Run by the build as {@code java -classpath LIBRARIES Sbom.java DISTRIBUTION PARTS SBOM}, where PARTS is what the build wrote
 * in the form of CycloneDX.
 */
final class Sbom {
    private Sbom() {}

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode parts = (ObjectNode) json.readTree(Path.of(args[1]).toFile());
        ArrayNode components = (ArrayNode) parts.get("components");
        for (JsonNode component : components) {
            String jar = component.get("name").asText() + "-"
                    + component.get("version").asText() + ".jar";
            hash((ObjectNode) component, Path.of(args[0]).resolve("lib").resolve(jar));
        }
        components.add(runtime(json, Path.of(args[0]).resolve("runtime/release")));
        Path sbom = Path.of(args[2]);
        Files.createDirectories(sbom.getParent());
        Files.writeString(sbom, json.writerWithDefaultPrettyPrinter().writeValueAsString(parts) + "\n");
    }

    private static void hash(ObjectNode component, Path jar) throws IOException {
        byte[] content = Files.readAllBytes(jar);
        ArrayNode hashes = component.putArray("hashes");
        for (String algorithm : List.of("SHA-256", "SHA-512")) {
            ObjectNode hash = hashes.addObject();
            hash.put("alg", algorithm);
            hash.put("content", HexFormat.of().formatHex(digest(algorithm).digest(content)));
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
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
