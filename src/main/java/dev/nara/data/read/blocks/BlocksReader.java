package dev.nara.data.read.blocks;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.util.List;
import java.util.Optional;

/** Reads blocks of lines {@code review/userId: A141HP4LYPWMSR}, the format in which SNAP publishes reviews. */
public final class BlocksReader extends TableReader {
    @Override
    public String format() {
        return "blocks";
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        Optional<DataFile> file = files.only();
        return file.isEmpty() ? Optional.empty() : BlocksTable.of(file.get()).map(table -> table);
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return files.only().stream().toList();
    }
}
