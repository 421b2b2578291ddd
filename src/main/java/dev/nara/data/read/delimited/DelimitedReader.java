package dev.nara.data.read.delimited;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;

/** Reads any delimited file once a recipe says which column is what; see {@link RoleGuess} for a first guess. */
public final class DelimitedReader extends TableReader {
    /** The name of the format. */
    public static final String FORMAT = "delimited";

    /** The delimiters that people may choose from. */
    public static final List<String> DELIMITERS = DelimiterGuess.TRIED;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean asks() {
        return true;
    }

    /** The file a path means: itself, or the only one of its folder or archive. */
    public static DataFile file(DataFiles files) throws DataException {
        if (files.isArchive()) {
            refuseDocuments(files);
        }
        Optional<DataFile> only = files.only();
        if (only.isPresent()) {
            return only.get();
        }
        List<DataFile> tables = files.all().stream()
                .filter(f -> f.name().matches("(?i).*\\.(csv|tsv|txt|tab|dat)"))
                .toList();
        if (tables.size() != 1) {
            throw new DataException(
                    files.path(), Text.of("data.delimited.file", tables.size()), Text.of("data.delimited.file.remedy"));
        }
        return tables.get(0);
    }

    /** Documents that are archives, named by what they hold. */
    private static void refuseDocuments(DataFiles files) throws DataException {
        for (DataFile entry : files.all()) {
            String name = entry.name();
            String kind = name.equals("workbook.xml") || name.equals("workbook.bin")
                    ? "xlsx"
                    : name.equals("content.xml") ? "ods" : name.endsWith(".npy") ? "npz" : "";
            if (!kind.isEmpty()) {
                throw new DataException(
                        files.path(), Text.of("data.kind." + kind), Text.of("data.kind." + kind + ".remedy"));
            }
        }
    }

    @Override
    protected List<DataFile> read(DataFiles files) throws DataException {
        return List.of(file(files));
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        DataFile file = file(files);
        String delimiter = written.delimiter();
        if (delimiter.matches("(?s).*[\"\\n\\r\0].*")) {
            throw new DataException(Text.of("data.delimiter", delimiter.strip()), Text.of("data.delimiter.remedy"));
        }
        String between = delimiter.isEmpty() ? DelimiterGuess.of(file) : delimiter;
        if (DelimiterGuess.rows(file, between).isEmpty()) {
            throw new DataException(file.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
        Boolean said = written.header();
        List<List<String>> rows = DelimiterGuess.rows(file, between);
        boolean header = said == null ? HeaderGuess.of(rows) : said;
        if (header && rows.size() == 1) {
            throw new DataException(file.shown(), Text.of("data.file.header"), Text.of("data.file.empty.remedy"));
        }
        return Optional.of(DelimitedFile.whole(file, between, header));
    }
}
