package opsis.app.night;

import java.nio.file.Path;
import opsis.app.settings.Settings;
import opsis.app.stage.CaptureOrder;

/**
 * What a night needs beside the workspace.
 *
 * @param capture how posts are captured
 * @param explain how many posts are explained, and how well
 * @param model folder of the model that classifies
 * @param inbox the watched folder
 * @param reports where the report goes
 */
public record NightParts(CaptureOrder capture, Settings.Explain explain, Path model, Path inbox, Path reports) {
}
