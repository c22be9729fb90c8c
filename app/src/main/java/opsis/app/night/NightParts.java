package opsis.app.night;

import java.nio.file.Path;
import opsis.app.settings.Settings;
import opsis.app.stage.CaptureOrder;
import opsis.storage.ingest.IngestSettings;

/**
 * What a night needs beside the workspace.
 *
 * @param ingest what the watched folder's files do not say themselves
 * @param capture how posts are captured
 * @param explain how many posts are explained, and how well
 * @param model folder of the model that classifies
 * @param inbox the watched folder
 * @param reports where the report goes
 */
public record NightParts(IngestSettings ingest, CaptureOrder capture, Settings.Explain explain, Path model, Path inbox, Path reports) {
}
