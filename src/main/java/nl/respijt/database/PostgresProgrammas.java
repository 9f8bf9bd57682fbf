package nl.respijt.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import nl.respijt.instellingen.StartFout;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from their jar once, and run the way this machine allows. */
final class PostgresProgrammas {
    private final Path map;
    private final boolean alsRoot = new UnixSystem().getUid() == 0;

    private PostgresProgrammas(Path map) {
        this.map = map;
    }

    static PostgresProgrammas in(Path folder) throws IOException {
        var processor = "amd64".equals(System.getProperty("os.arch")) ? "x86_64" : "arm_64";
        var bron = PostgresProgrammas.class.getResource("/postgres-linux-%s.txz".formatted(processor));
        if (bron == null || !(bron.openConnection() instanceof JarURLConnection jar)) {
            throw new StartFout("voor deze processor (%s) is er geen ingebouwde PostgreSQL; zet RESPIJT_DB_URL"
                    .formatted(System.getProperty("os.arch")));
        }
        // The checksum in the name: other programs get another folder, so an update never mixes with what was there.
        var map = folder.resolve("%08x".formatted(jar.getJarEntry().getCrc()));
        if (!Files.isExecutable(map.resolve("bin/postgres"))) {
            Files.createDirectories(folder);
            var nieuw = Files.createTempDirectory(folder, "nieuw");
            try (var inhoud = jar.getInputStream()) {
                pakUit(inhoud, nieuw);
            }
            Files.move(nieuw, map);
        }
        return new PostgresProgrammas(map.toRealPath());
    }

    private static void pakUit(InputStream inhoud, Path doel) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(inhoud))) {
            for (var deel = tar.getNextEntry(); deel != null; deel = tar.getNextEntry()) {
                var pad = doel.resolve(deel.getName()).normalize();
                if (!pad.startsWith(doel)) {
                    throw new IOException("outside the folder: " + deel.getName());
                }
                if (deel.isDirectory()) {
                    Files.createDirectories(pad);
                } else {
                    Files.createDirectories(pad.resolveSibling("."));
                    if (deel.isSymbolicLink()) {
                        Files.createSymbolicLink(pad, Path.of(deel.getLinkName()));
                    } else {
                        Files.copy(tar, pad);
                        var rechten = (deel.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
                        Files.setPosixFilePermissions(pad, PosixFilePermissions.fromString(rechten));
                    }
                }
            }
        }
    }

    /** Runs a program to its end, its output to the log, in the C locale so that the log reads the same everywhere. */
    int voerUit(Path log, String programma, List<String> argumenten) throws IOException {
        var opdracht = new ArrayList<String>();
        if (alsRoot) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with root's files.
            opdracht.addAll(List.of("unshare", "-U"));
        }
        opdracht.add(map.resolve("bin").resolve(programma).toString());
        opdracht.addAll(argumenten);
        var bouwer = new ProcessBuilder(opdracht)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        bouwer.environment().keySet().removeIf(naam -> naam.startsWith("PG"));
        bouwer.environment().put("LC_ALL", "C");
        try {
            return bouwer.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + programma, e);
        }
    }
}
