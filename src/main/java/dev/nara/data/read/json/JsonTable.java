package dev.nara.data.read.json;

import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.RowsTable;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The records of a JSON file as rows. */
final class JsonTable extends RowsTable {
    private static final int SAMPLE = 200;
    private static final int PARTS = 20;

    private final JsonRecords records;
    private final JsonFields fields;

    private JsonTable(DataFile file, JsonRecords records, JsonFields fields) {
        super(
                file.shown(),
                fields.names(),
                !fields.names().equals(ColumnNames.numbers(fields.names().size())));
        this.records = records;
        this.fields = fields;
    }

    /** The table of a file; its first records determine the columns. */
    static JsonTable of(DataFile file) throws DataException {
        return of(List.of(file));
    }

    /**
     * The table of the first of several files with the same kind of records; the first records of some files determine the columns of all.
     */
    static JsonTable of(List<DataFile> parts) throws DataException {
        DataFile file = parts.get(0);
        JsonRecords records = new JsonRecords(file, JsonLayout.of(file));
        List<JsonObject> head = head(records);
        for (DataFile part : parts.subList(1, Math.min(PARTS, parts.size()))) {
            head.addAll(head(new JsonRecords(part, JsonLayout.of(part))));
        }
        JsonFields fields = JsonFields.of(head);
        if (fields.names().isEmpty()) {
            throw new DataException(file.shown(), Text.of("data.json.empty"), Text.of("data.json.empty.remedy"));
        }
        return new JsonTable(file, records, fields);
    }

    private static List<JsonObject> head(JsonRecords records) throws DataException {
        List<JsonObject> head = new ArrayList<>();
        records.each(Progress.NONE, new JsonRecords.Taking() {
            private int broken;

            @Override
            public boolean record(JsonObject record, long line) {
                head.add(record);
                return head.size() < SAMPLE;
            }

            @Override
            public void broken(DataException problem, String line) throws DataException {
                if (++broken > head.size()) {
                    throw problem;
                }
            }
        });
        return head;
    }

    /** Another part of the same table, with the same columns; missing ones are empty. */
    JsonTable part(DataFile file) throws DataException {
        return new JsonTable(file, new JsonRecords(file, JsonLayout.of(file)), fields);
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        records.each(progress, new JsonRecords.Taking() {
            @Override
            public boolean record(JsonObject record, long line) throws DataException {
                for (String[] cells : fields.rows(record)) {
                    if (!taking.row(line, cells)) {
                        return false;
                    }
                }
                return true;
            }

            @Override
            public void broken(DataException problem, String line) throws DataException {
                taking.broken(problem, line);
            }
        });
    }
}
