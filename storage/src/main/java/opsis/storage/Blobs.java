package opsis.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Pictures and other bytes, each kept in a file under its own SHA-256: FOLDER/ab/cd/abcd….
 *
 * <p>A file appears under its name only when it is whole and on the disk (temporary file, fsync, atomic rename, fsync
 * of the folder), so a process that is killed at any instant leaves at worst a temporary file behind.
 */
public final class Blobs {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    Blobs(Path folder) {
        this.folder = folder;
    }

    /** Whether this is a SHA-256 as blobs are named by: 64 small hexadecimal digits. */
    public static boolean isSha256(String text) {
        return text != null && SHA256.matcher(text).matches();
    }

    /** Stores the bytes, durable at return, and gives their SHA-256; a damaged file of that name is mended. */
    public String put(byte[] bytes) {
        String sha256 = sha256(bytes);
        Path file = path(sha256);
        try {
            makeFolder(file.getParent());
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                write(file, bytes);
            }
            // Also where another writer made the file: its own flush may not have come yet.
            flushFolder(file.getParent());
            return sha256;
        } catch (IOException e) {
            throw new BlobException("the blob " + sha256 + " could not be written to " + file + " (" + e
                    + "); check that the disk has room and that the folder may be written", e);
        }
    }

    /** The bytes, verified; throws {@link BlobException} where they are missing or damaged. */
    public byte[] read(String sha256) {
        Path file = path(sha256);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BlobException("the blob " + sha256 + " is missing at " + file
                    + "; restore it from a backup, or capture or ingest its post again", e);
        } catch (IOException e) {
            throw new BlobException("the blob " + sha256 + " could not be read from " + file + " (" + e
                    + "); check the disk", e);
        }
        if (!sha256(bytes).equals(sha256)) {
            throw new BlobException("the blob " + sha256 + " is damaged at " + file
                    + "; delete the file and restore it from a backup, or capture or ingest its post again");
        }
        return bytes;
    }

    /** Whether there is such a blob; its bytes are not verified. */
    public boolean contains(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    /** The file of a blob, whether or not it exists; throws {@link IllegalArgumentException} for another name. */
    public Path path(String sha256) {
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("a blob is named by the 64 small hexadecimal digits of its SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void makeFolder(Path leaf) throws IOException {
        if (!Files.isDirectory(leaf)) {
            Files.createDirectories(leaf);
            flushFolder(leaf.getParent());
            flushFolder(folder);
        }
    }

    /** Makes new names in a folder durable; Windows opens no folders and needs no such flush. */
    private static void flushFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
