package dev.nara.spark;

import com.google.gson.Gson;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Reads the rows of a distributed table with the program's own reader, block by block. */
final class LogReader implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50_000;
    /** The number of rows from which the program's reader detects formats. */
    private static final int HEAD = 1000;

    private final String name;
    private final String recipe;
    private final String[] columns;
    private final String[][] head;

    /**
     * A reader of a table.
     *
     * @param name for messages
     */
    LogReader(String name, org.apache.spark.sql.Dataset<Row> table, Recipe recipe) {
        this.name = name;
        this.recipe = new Gson().toJson(recipe);
        this.columns = table.columns();
        this.head = table.takeAsList(HEAD).stream()
                .map(row -> {
                    String[] cells = new String[columns.length];
                    Arrays.setAll(cells, c -> TypedRow.text(row.get(c)));
                    return cells;
                })
                .toArray(String[][]::new);
    }

    /** The rows as separate datasets, each with its own numbering of ids and words. */
    Iterator<Dataset> read(Iterator<Row> rows) {
        Recipe how = new Gson().fromJson(recipe, Recipe.class);
        return new Blocks<>(rows::hasNext, () -> {
            List<Row> block = new ArrayList<>();
            while (rows.hasNext() && block.size() < ROWS) {
                block.add(rows.next());
            }
            return List.of(read(block, how));
        });
    }

    private Dataset read(List<Row> rows, Recipe how) {
        try {
            return new Reader(rows).read(DataFiles.at(Nowhere.FOLDER), how, Progress.NONE);
        } catch (DataException e) {
            throw GivenThreads.sendable(e);
        }
    }

    /** An empty folder for a reader that expects files. */
    private static final class Nowhere {
        static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = Files.createTempDirectory("nara");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Reader extends TableReader {
        private final List<Row> rows;

        Reader(List<Row> rows) {
            this.rows = rows;
        }

        @Override
        public Optional<Table> table(DataFiles files, Written written) {
            List<List<String>> first = Arrays.stream(head).map(List::of).toList();
            return Optional.of(BlockTable.of(Path.of(name), List.of(columns), rows, first));
        }

        @Override
        protected List<DataFile> read(DataFiles files) {
            return List.of();
        }

        @Override
        public String format() {
            return "spark";
        }
    }
}
