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
import java.util.Map;
import java.util.Optional;

/** Reads any delimited file if a recipe specifies the roles of its columns; see {@link RoleGuess} for a first guess. */
public final class DelimitedReader extends TableReader {
    /** The name of the format. */
    public static final String FORMAT = "delimited";

    /** The delimiters offered to users. */
    public static final List<String> DELIMITERS = DelimiterGuess.TRIED;

    /** Document formats that are archives, recognised by a file in them. */
    private static final Map<String, String> DOCUMENTS =
            Map.of("content.xml", "ods", "document.xml", "docx", "data.pkl", "torch");

    /** Whether an archive is a document in an unsupported format. */
    public static boolean isDocument(DataFiles files) {
        return files.isArchive() && files.all().stream().anyMatch(file -> DOCUMENTS.containsKey(file.name()));
    }

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
        List<DataFile> tables = files.data().stream()
                .filter(f -> f.name().matches("(?i).*\\.(csv|tsv|txt|tab|dat)"))
                .toList();
        if (tables.size() != 1) {
            throw new DataException(
                    files.path(), Text.of("data.delimited.file", tables.size()), Text.of("data.delimited.file.remedy"));
        }
        return tables.get(0);
    }

    /** Throws for documents that are archives, with their format. */
    private static void refuseDocuments(DataFiles files) throws DataException {
        for (DataFile entry : files.all()) {
            String name = entry.name();
            String kind = name.equals("workbook.xml") || name.equals("workbook.bin")
                    ? "xlsx"
                    : name.endsWith(".npy") ? "npz" : DOCUMENTS.getOrDefault(name, "");
            if (!kind.isEmpty()) {
                throw new DataException(
                        files.path(), Text.of("data.kind." + kind), Text.of("data.kind." + kind + ".remedy"));
            }
        }
    }

    @Override
    protected List<DataFile> read(DataFiles files) throws DataException {
        List<DataFile> parts = files.parts();
        return parts.isEmpty() ? List.of(file(files)) : parts;
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        String delimiter = written.delimiter();
        if (delimiter.matches("(?s).*[\"\\n\\r\0].*")) {
            throw new DataException(Text.of("data.delimiter", delimiter.strip()), Text.of("data.delimiter.remedy"));
        }
        List<DataFile> parts = files.isArchive() && isDocument(files) ? List.of() : files.parts();
        return Optional.of(
                parts.isEmpty()
                        ? table(file(files), written)
                        : DelimitedParts.of(files.path(), parts, part -> table(part, written)));
    }

    private static DelimitedFile table(DataFile whole, Written written) throws DataException {
        String delimiter = written.delimiter();
        String between = delimiter.isEmpty() ? DelimiterGuess.of(whole) : delimiter;
        DataFile file = Preamble.leftOut(whole, between, written.header());
        List<List<String>> rows = DelimiterGuess.rows(file, between);
        if (rows.isEmpty()) {
            throw new DataException(file.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
        Boolean said = written.header();
        boolean header = said == null ? HeaderGuess.of(rows) : said;
        if (header && rows.size() == 1) {
            throw new DataException(file.shown(), Text.of("data.file.header"), Text.of("data.file.empty.remedy"));
        }
        return DelimitedFile.whole(file, between, header);
    }
}
