package opsis.app.report;

import java.util.ArrayList;
import java.util.List;

/** Aligns cells in columns of plain text, two spaces apart. */
final class TextTable {

    private static final String MARGIN = "  ";

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignment a letter for each column: {@code l} for texts, {@code r} for numbers */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    /** Adds a row; control characters, line ends among them, are replaced. */
    TextTable row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(HostileText.shown(cell, Integer.MAX_VALUE).replace('\n', ' ').replace('\t', ' '));
        }
        rows.add(row);
        return this;
    }

    /** The lines, each ended by {@code \n}. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(width(column) - length(cell));
            line.append(MARGIN).append(alignment.charAt(column) == 'r' ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private int width(int column) {
        return rows.stream().filter(row -> row.size() > column).mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
