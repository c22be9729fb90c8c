package opsis.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a workspace folder to one process; the operating system lets go of it however that process ends. */
public final class WorkspaceLock implements AutoCloseable {
    /** The locked byte lies far behind the process id, so that others can read that. */
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int MAX_PID_DIGITS = 20;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws {@link StorageException}, naming the other process, where one holds the folder. */
    public static WorkspaceLock take(Path folder) {
        Path file = folder.resolve("lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                String pid = read(channel);
                channel.close();
                throw new StorageException("another opsis is using this workspace (pid " + pid + "): " + folder
                        + "; wait for it, end it, or give another --workspace");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            return new WorkspaceLock(channel);
        } catch (IOException e) {
            throw new StorageException("the workspace " + folder + " could not be locked by " + file + " (" + e
                    + "); check that the folder may be written", e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_PID_DIGITS);
        channel.read(buffer, 0);
        String pid = StandardCharsets.UTF_8.decode(buffer.flip()).toString().strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageException("the workspace's lock could not be given back (" + e + ")", e);
        }
    }
}
