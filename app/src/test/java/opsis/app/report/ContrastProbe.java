package opsis.app.report;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** Finds visible texts whose contrast with their ground is below 4.5 : 1 (WCAG 2.2, success criterion 1.4.3). */
final class ContrastProbe {

    private static final String SCRIPT = """
            const rgba = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
            const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
            const ground = (element) => {
              const layers = [];
              for (let each = element; each; each = each.parentElement) {
                const colour = rgba(getComputedStyle(each).backgroundColor);
                if (colour[3] > 0) layers.unshift(colour);
              }
              return layers.reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
            };
            const light = (c) => { const l = c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
              return .2126 * l[0] + .7152 * l[1] + .0722 * l[2]; };
            const failures = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const element = walker.currentNode.parentElement;
              if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('.unseen, script, style')) continue;
              const style = getComputedStyle(element);
              const below = ground(element);
              const colour = over(rgba(element.closest('svg') ? style.fill : style.color), below);
              const [a, b] = [light(colour), light(below)].sort((x, y) => y - x);
              const ratio = (a + .05) / (b + .05);
              if (ratio < 4.5) failures.push(ratio.toFixed(2) + ' ' + element.className + ' ' + walker.currentNode.data.trim().slice(0, 30));
            }
            return failures;
            """;

    private ContrastProbe() {
    }

    /** One line for each text that fails; empty where all stand out. */
    static List<?> failures(JavascriptExecutor browser) {
        return (List<?>) browser.executeScript(SCRIPT);
    }
}
