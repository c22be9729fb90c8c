package opsis.fusion.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import opsis.fusion.ModelException;

/** A safetensors file's header, checked in full: what passes can be read without further doubt. */
record SafeTensorsHeader(long dataStart, List<Entry> entries) {
    private static final int MAX_HEADER = 16 << 20;
    private static final int MAX_TENSORS = 20_000;
    private static final int MAX_NAME = 256;
    private static final int MAX_DIMENSIONS = 8;
    private static final Map<String, Integer> BYTES = Map.of("F32", 4, "F16", 2, "BF16", 2, "I64", 8);
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** One tensor: begin and length in bytes, counted from the data's start. */
    record Entry(String name, String type, long[] shape, long begin, long length) {
    }

    static SafeTensorsHeader read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 10) {
            throw broken(file, "it is only " + size + " bytes long");
        }
        long length = fill(channel, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN), 0).getLong();
        if (length < 2 || length > MAX_HEADER || length > size - 8) {
            throw broken(file, "its header claims " + Long.toUnsignedString(length) + " bytes");
        }
        ByteBuffer header = fill(channel, ByteBuffer.allocate((int) length), 8);
        JsonNode root;
        try {
            root = JSON.readTree(header.array());
        } catch (JsonProcessingException e) {
            throw broken(file, "its header is not JSON: " + e.getOriginalMessage());
        }
        if (root == null || !root.isObject() || root.size() > MAX_TENSORS) {
            throw broken(file, "its header is not an object of at most " + MAX_TENSORS + " tensors");
        }
        List<Entry> entries = new ArrayList<>();
        root.properties().forEach(field -> {
            if (!field.getKey().equals("__metadata__")) {
                entries.add(entry(file, field.getKey(), field.getValue()));
            }
        });
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::length));
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin() != at) {
                throw broken(file, "tensor '" + entry.name() + "' begins at " + entry.begin() + " where " + at + " is due");
            }
            at += entry.length();
        }
        if (at != size - 8 - length) {
            throw broken(file, "its tensors take " + at + " bytes but it holds " + (size - 8 - length));
        }
        return new SafeTensorsHeader(8 + length, List.copyOf(entries));
    }

    private static Entry entry(Path file, String name, JsonNode node) {
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
        if (name.length() > MAX_NAME || !node.isObject()) {
            throw broken(file, "tensor '" + shown + "' is not described as it should be");
        }
        String type = node.path("dtype").asText();
        Integer bytes = BYTES.get(type);
        if (bytes == null) {
            throw broken(file, "tensor '" + name + "' has type '" + type + "'; known are F32, F16, BF16 and I64");
        }
        long[] shape = longs(file, name, node.path("shape"), MAX_DIMENSIONS);
        long[] offsets = longs(file, name, node.path("data_offsets"), 2);
        long length = bytes;
        try {
            for (long dimension : shape) {
                length = Math.multiplyExact(length, dimension);
            }
        } catch (ArithmeticException e) {
            throw broken(file, "tensor '" + name + "' has an absurd shape");
        }
        if (offsets.length != 2 || offsets[1] - offsets[0] != length || length > Integer.MAX_VALUE) {
            throw broken(file, "tensor '" + name + "' does not take the bytes that its shape asks for");
        }
        return new Entry(name, type, shape, offsets[0], length);
    }

    private static long[] longs(Path file, String name, JsonNode node, int most) {
        boolean good = node.isArray() && node.size() <= most;
        long[] values = new long[good ? node.size() : 0];
        for (int i = 0; good && i < values.length; i++) {
            good = node.get(i).canConvertToLong() && node.get(i).isIntegralNumber() && node.get(i).asLong() >= 0;
            values[i] = node.get(i).asLong();
        }
        if (!good) {
            throw broken(file, "tensor '" + name + "' has a shape or offsets that are no whole numbers");
        }
        return values;
    }

    private static ByteBuffer fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("it ends too early");
            }
        }
        return buffer.flip();
    }

    private static ModelException broken(Path file, String what) {
        return new ModelException(file + " is no sound safetensors file: " + what + "; restore the model folder or train anew");
    }
}
