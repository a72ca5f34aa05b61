package tusoi.launcher.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The folder into which the build copied the third-party parts, and what is unpacked beside them: once, under a file
 * lock, so that several test JVMs may ask at the same time.
 *
 * @param use what the JVMs among them are started for
 */
public record Parts(Path folder, JavaUse use) {
    public Parts(Path folder) {
        this(folder, JavaUse.WORK.once());
    }

    /** From the system property {@code tusoi.parts}, which the build and the script {@code tusoi} set. */
    public static Parts fromProperty() {
        var folder = System.getProperty("tusoi.parts");
        if (folder == null) {
            throw new PartFailed("the system property tusoi.parts is not set: run through ./tusoi or ./mvnw");
        }
        return new Parts(Path.of(folder));
    }

    public Path postgres() {
        return unpacked("postgres", "postgres.jar", Parts::postgresTar, 0);
    }

    public Path keycloak() {
        return unpacked("keycloak", "keycloak.tar.gz", Parts::gzip, 1);
    }

    public Path kafkaJars() {
        return present("kafka");
    }

    AotCache cache(Path file) {
        return new AotCache(file.toAbsolutePath(), use.recordsCaches());
    }

    private Path present(String name) {
        var path = folder.resolve(name);
        if (!Files.exists(path)) {
            throw new PartFailed(path + " is missing: build it with ./mvnw -pl infra/launcher package -DskipTests");
        }
        return path;
    }

    private Path unpacked(String name, String archive, Unpacking unpacking, int stripped) {
        var source = present(archive);
        var target = folder.resolve(name);
        try (var channel = FileChannel.open(
                        folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var stamp = target.resolve(".unpacked-from");
            var wanted = Files.size(source) + " " + Files.getLastModifiedTime(source);
            if (!Folders.readOr(stamp, "").equals(wanted)) {
                var half = folder.resolve(name + ".part");
                Folders.delete(half);
                Folders.delete(target);
                try (var tar = unpacking.open(source)) {
                    unpack(tar, half, stripped);
                }
                Folders.write(half.resolve(".unpacked-from"), wanted);
                Files.move(half, target);
            }
            return target;
        } catch (IOException e) {
            throw new PartFailed("cannot unpack " + source + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path into, int stripped) throws IOException {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() <= stripped || name.toString().isEmpty()) {
                continue;
            }
            var target = into.resolve(name.subpath(stripped, name.getNameCount()));
            if (!target.startsWith(into)) {
                throw new IOException("entry outside of the archive: " + entry.getName());
            }
            unpack(tar, entry, target);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @SuppressWarnings("resource") // closed with the stream that is returned
    private static TarArchiveInputStream postgresTar(Path jar) throws IOException {
        var zip = new ZipFile(jar.toFile());
        var entry = zip.stream()
                .filter(candidate -> candidate.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new IOException("no .txz in " + jar));
        return new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(zip.getInputStream(entry))));
    }

    private static TarArchiveInputStream gzip(Path archive) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        return new TarArchiveInputStream(new GzipCompressorInputStream(file));
    }

    private interface Unpacking {
        TarArchiveInputStream open(Path archive) throws IOException;
    }
}
