package opsis.fusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import opsis.fusion.ModelException;

/**
 * Reader and writer of safetensors files: eight bytes of header length, a JSON header, the tensors' bytes
 * (https://huggingface.co/docs/safetensors, section Format). Everything in the header is checked before a byte is reserved.
 */
public final class SafeTensors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SafeTensors() {
    }

    /**
     * Reads all tensors, half precision widened to float.
     *
     * @throws ModelException naming the file and what is wrong with it
     */
    public static Map<String, NDArray> read(Path file, NDManager manager) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafeTensorsHeader header = SafeTensorsHeader.read(file, channel);
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            for (SafeTensorsHeader.Entry entry : header.entries()) {
                tensors.put(entry.name(), tensor(entry, channel, header.dataStart(), manager));
            }
            return tensors;
        } catch (IOException e) {
            throw new ModelException("Cannot read " + file + " (" + e.getMessage() + "); restore the model folder", e);
        }
    }

    private static NDArray tensor(SafeTensorsHeader.Entry entry, FileChannel channel, long dataStart, NDManager manager)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(entry.length())).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, dataStart + entry.begin() + bytes.position()) < 0) {
                throw new IOException("the file ends within tensor '" + entry.name() + "'");
            }
        }
        bytes.flip();
        Shape shape = new Shape(entry.shape());
        return switch (entry.type()) {
            case "F32" -> manager.create(bytes, shape, DataType.FLOAT32);
            case "I64" -> manager.create(bytes, shape, DataType.INT64);
            case "F16" -> {
                try (NDArray half = manager.create(bytes, shape, DataType.FLOAT16)) {
                    yield half.toType(DataType.FLOAT32, true);
                }
            }
            // DJL aborts the process on bfloat16, so its upper halves are put into floats here.
            case "BF16" -> manager.create(widened(bytes), shape, DataType.FLOAT32);
            default -> throw new IllegalStateException(entry.type());
        };
    }

    private static ByteBuffer widened(ByteBuffer bytes) {
        ByteBuffer floats = ByteBuffer.allocateDirect(bytes.remaining() * 2).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            floats.putInt(bytes.getShort() << 16);
        }
        return floats.flip();
    }

    /**
     * Writes tensors, by a temporary file that is renamed when it is whole.
     *
     * @param half whether float tensors are stored in 16 bits
     */
    public static void write(Path file, Map<String, NDArray> tensors, boolean half) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            byte[] header = header(tensors, half);
            writeFully(channel, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (NDArray tensor : tensors.values()) {
                try (NDArray stored = tensor.toType(stored(tensor, half), true)) {
                    writeFully(channel, ByteBuffer.wrap(stored.toByteArray()));
                }
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] header(Map<String, NDArray> tensors, boolean half) {
        ObjectNode header = JSON.createObjectNode();
        header.putObject("__metadata__").put("format", "pt");
        long at = 0;
        for (Map.Entry<String, NDArray> entry : tensors.entrySet()) {
            NDArray tensor = entry.getValue();
            DataType type = stored(tensor, half);
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", type.asSafetensors());
            ArrayNode shape = node.putArray("shape");
            for (long size : tensor.getShape().getShape()) {
                shape.add(size);
            }
            long length = tensor.size() * type.getNumOfBytes();
            node.putArray("data_offsets").add(at).add(at + length);
            at += length;
        }
        String json = header.toString();
        int padding = (8 - json.getBytes(StandardCharsets.UTF_8).length % 8) % 8;
        return (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }

    private static DataType stored(NDArray tensor, boolean half) {
        return half && tensor.getDataType() == DataType.FLOAT32 ? DataType.FLOAT16 : tensor.getDataType();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
