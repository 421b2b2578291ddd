package dev.nara.interchange;

import dev.nara.algorithm.Weights;
import dev.nara.data.Dataset;
import dev.nara.data.FileNames;
import dev.nara.data.OutputFile;
import dev.nara.data.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes item embeddings as two tables for the Embedding Projector: a vector per line, and its id, title and genre. */
public final class ProjectorFiles {
    private ProjectorFiles() {}

    /**
     * Writes {@code NAME.vectors.tsv} and {@code items.labels.tsv} for every table with one row per item.
     *
     * @param weights of a model of the dataset
     */
    public static void write(Path folder, Weights weights, Dataset dataset) throws IOException {
        int items = dataset.items().size();
        for (String name : weights.names()) {
            float[] table = weights.get(name);
            int[] shape = weights.shape(name);
            if (table != null && name.endsWith(".item") && shape.length == 2 && shape[0] == items) {
                lines(FileNames.within(folder, name + ".vectors.tsv"), items, row -> vector(table, row, shape[1]));
            }
        }
        lines(
                folder.resolve("items.labels.tsv"),
                items + 1,
                row -> row == 0 ? "id\ttitle\tgenre" : label(dataset, row - 1));
    }

    private interface Line {
        String of(int row);
    }

    private static void lines(Path file, int count, Line line) throws IOException {
        OutputFile.write(file, out -> {
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < count; row++) {
                text.append(line.of(row)).append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String vector(float[] table, int row, int width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width; i++) {
            line.append(i == 0 ? "" : "\t").append(table[row * width + i]);
        }
        return line.toString();
    }

    private static String label(Dataset dataset, int item) {
        String title = dataset.itemAttributes().text(Role.TITLE, item);
        String genre = dataset.genre(item);
        return String.join("\t", dataset.items().id(item), title.replace('\t', ' '), genre.replace('\t', ' '));
    }
}
