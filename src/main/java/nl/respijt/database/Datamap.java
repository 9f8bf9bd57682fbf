package nl.respijt.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import nl.respijt.instellingen.StartFout;

/** The data folder, ours alone for as long as it is open: the lock goes with the process, however that ends. */
final class Datamap implements AutoCloseable {
    private final Path pad;
    private final FileChannel slot;

    private Datamap(Path pad, FileChannel slot) {
        this.pad = pad;
        this.slot = slot;
    }

    /** @throws StartFout when it cannot be written or another Respijt uses it */
    static Datamap open(Path gewenst) {
        try {
            if (Files.notExists(gewenst)) {
                Files.createDirectories(gewenst);
                Files.setPosixFilePermissions(gewenst, PosixFilePermissions.fromString("rwx------"));
            }
            var pad = gewenst.toRealPath();
            var slot =
                    FileChannel.open(pad.resolve("respijt.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!vergrendel(slot)) {
                slot.close();
                throw new StartFout("een andere Respijt gebruikt de map %s; stop die of kies een andere map met --data"
                        .formatted(pad));
            }
            return new Datamap(pad, slot);
        } catch (IOException e) {
            throw new StartFout(
                    "in de map %s kan Respijt niet schrijven; geef er recht op of kies een andere map met --data"
                            .formatted(gewenst.toAbsolutePath()),
                    e);
        }
    }

    private static boolean vergrendel(FileChannel slot) throws IOException {
        try {
            return slot.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path pad(String naam) {
        return pad.resolve(naam);
    }

    @Override
    public void close() {
        try {
            slot.close();
        } catch (IOException e) {
            throw new IllegalStateException("could not release " + pad, e);
        }
    }
}
