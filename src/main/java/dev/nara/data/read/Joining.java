package dev.nara.data.read;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.IdIndex;
import dev.nara.data.JoinedTable;
import dev.nara.data.Recipe;
import dev.nara.data.read.table.JoinedAttributes;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the additional tables of a recipe to a dataset. */
final class Joining {
    private final Opener opener;
    private final Path data;
    private final List<Finding> findings = new ArrayList<>();

    private Joining(Opener opener, Path data) {
        this.opener = opener;
        this.data = data;
    }

    /** Opens the table in a file. */
    @FunctionalInterface
    interface Opener {
        Table at(Path file) throws DataException;
    }

    /** The dataset with the attributes of the tables and the findings in them; unchanged if there are no tables. */
    static Dataset apply(Dataset read, Recipe recipe, Opener opener) throws DataException {
        if (recipe.items() == null && recipe.users() == null) {
            return read;
        }
        Joining joining = new Joining(opener, read.path());
        Attributes ofItems = joining.joined(recipe.items(), read.itemAttributes(), read.items(), "items");
        Attributes ofUsers = joining.joined(recipe.users(), read.userAttributes(), read.users(), "users");
        return read.with(ofUsers, ofItems).with(joining.findings);
    }

    private Attributes joined(@Nullable JoinedTable second, Attributes known, IdIndex ids, String kind)
            throws DataException {
        if (second == null) {
            return known;
        }
        JoinedAttributes attributes = new JoinedAttributes(opener.at(place(second)), ids, kind);
        Attributes all = known.and(attributes.read(second.key()));
        findings.addAll(attributes.findings());
        return all;
    }

    private Path place(JoinedTable second) throws DataException {
        try {
            return second.at(data);
        } catch (InvalidPathException e) {
            throw new DataException(Text.of("data.missing"), Text.of("data.missing.remedy"));
        }
    }
}
