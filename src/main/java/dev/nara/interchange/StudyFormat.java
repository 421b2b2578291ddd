package dev.nara.interchange;

import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.search.study.StudyJson;
import dev.nara.text.FiniteJson;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A format in which a study is written for other people and programs. A new one is one entry here. */
public enum StudyFormat {
    /** A page to read. */
    HTML(".html") {
        @Override
        public void write(StudySource from, Path to) throws DataException, IOException {
            StudyReport.write(from, to);
        }
    },
    /** A row per trial. */
    CSV(".csv") {
        @Override
        public void write(StudySource from, Path to) throws IOException {
            CsvFile.table(to, TrialRows.of(from.study()));
        }
    },
    /** Everything known about it. */
    JSON(".json") {
        @Override
        public void write(StudySource from, Path to) throws IOException {
            JsonObject study = StudyJson.json((Object) from.study()).getAsJsonObject();
            byte[] json = FiniteJson.of(study).toString().getBytes(StandardCharsets.UTF_8);
            OutputFile.write(to, out -> out.write(json));
        }
    },
    /** Optuna's journal, which its own loader and its dashboard open. */
    OPTUNA(".log") {
        @Override
        public void write(StudySource from, Path to) throws DataException, IOException {
            OptunaJournal.write(from, to);
        }
    };

    private final String ending;

    /** {@code ending} of a file's name. */
    StudyFormat(String ending) {
        this.ending = ending;
    }

    /**
     * Writes a study, completely or not at all.
     *
     * @throws DataException if the store cannot be read
     */
    public abstract void write(StudySource from, Path to) throws DataException, IOException;

    /** The name, as in {@code --as}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The usual name of a study's file in this format. */
    public String fileName(long study) {
        return "study-" + study + ending;
    }

    /**
     * The format with a name.
     *
     * @throws DataException if there is none
     */
    public static StudyFormat of(String id) throws DataException {
        for (StudyFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        throw new DataException(Text.of("export.kind", id), Text.of("export.kind.remedy", ids()));
    }

    /** The names of all, separated by commas. */
    public static String ids() {
        return Arrays.stream(values()).map(StudyFormat::id).collect(Collectors.joining(", "));
    }
}
