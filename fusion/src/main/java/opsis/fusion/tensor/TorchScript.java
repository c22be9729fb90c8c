package opsis.fusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One function written in TorchScript's serialized text, for operations that DJL does not offer. The archive is what torch.jit.save
 * writes for a module without parameters (PyTorch, torch/csrc/jit/docs/serialization.md); autograd passes through the call.
 */
final class TorchScript {
    private final PtSymbolBlock block;

    /** @param forward a method "forward" with self and tensors in, indented by two spaces, one tensor out */
    TorchScript(NDManager manager, String forward) {
        try {
            block = JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive(forward)), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls it; the result belongs to the first argument's manager. Arguments must bear no names. */
    NDArray call(boolean training, NDArray... arguments) {
        return IValueUtils.forward(block, new NDList(arguments), training).singletonOrThrow();
    }

    private static byte[] archive(String forward) throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(ascii("c__torch__\nM\n)"));
        pickle.write(0x81);
        pickle.writeBytes(ascii("}(X"));
        pickle.write(new byte[] {8, 0, 0, 0});
        pickle.writeBytes(ascii("training"));
        pickle.write(0x88);
        pickle.writeBytes(ascii("ub."));
        String code = "class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n" + forward;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "m/data.pkl", pickle.toByteArray());
            entry(zip, "m/code/__torch__.py", ascii(code));
            entry(zip, "m/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            entry(zip, "m/version", ascii("3\n"));
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
