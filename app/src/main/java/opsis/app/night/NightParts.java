package opsis.app.night;

import java.nio.file.Path;
import opsis.app.stage.CaptureOrder;

/**
 * What a night needs beside the workspace.
 *
 * @param capture how posts are captured
 * @param model folder of the model that classifies
 * @param inbox the watched folder
 * @param reports where the report goes
 */
public record NightParts(CaptureOrder capture, Path model, Path inbox, Path reports) {
}
