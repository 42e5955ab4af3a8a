package io.github.migralint.dialect.mysql.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A server that runs, with all it wrote: both go when the JVM does. */
final class ServerProcess {
    /** Under root a server needs another user; this one is everywhere and owns nothing. */
    private static final String USER = "nobody";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Makes a data folder, starts the server on it and waits until it answers. */
    static ServerProcess start(Programs programs, Path folder, List<String> settings)
            throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("server"));
        if (isRoot()) {
            Files.setOwner(
                    home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        }
        install(programs, home);
        int port = freePort();
        List<String> command = command(programs.daemon(), programs, home);
        command.addAll(settings);
        command.addAll(List.of("--socket=" + home.resolve("socket"), "--pid-file=" + home.resolve("pid")));
        command.addAll(List.of("--port=" + port, "--tmpdir=" + home));
        Path log = folder.resolve("log");
        Process process = run(command, log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kill(process);
            delete(folder);
        }));
        var server = new ServerProcess(process, port);
        server.await(log);
        return server;
    }

    /** Where a database is found. */
    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root&allowPublicKeyRetrieval=true";
    }

    private static void install(Programs programs, Path home) throws IOException, InterruptedException {
        List<String> command = command(programs.installer(), programs, home);
        if (programs.installer().equals(programs.daemon())) {
            command.add("--initialize-insecure");
        } else {
            command.addAll(
                    List.of("--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"));
        }
        Path log = home.resolveSibling("install.log");
        if (run(command, log).waitFor() != 0) {
            throw new IllegalStateException(end(log));
        }
    }

    private static List<String> command(Path program, Programs programs, Path home) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        command.addAll(programs.options());
        command.add("--datadir=" + home.resolve("data"));
        if (isRoot()) {
            command.add("--user=" + USER);
        }
        return command;
    }

    private static Process run(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try (var connection = DriverManager.getConnection(url(""))) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLNonTransientConnectionException notYet) {
                Thread.sleep(100);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
        throw new IllegalStateException(end(log));
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** Kills it: the data go as well. */
    private static void kill(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
