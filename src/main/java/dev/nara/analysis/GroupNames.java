package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The ways to group users and held-out items of a dataset. */
public final class GroupNames {
    /** Users by how much they watched. */
    static final String ACTIVITY = "activity";
    /** Users by whether their held-out items are new, seen before, or both. */
    static final String REWATCH = "rewatch";
    /** Users and items by how popular the held-out items are. */
    static final String POPULARITY = "popularity";
    /** Items by whether the user had them before. */
    static final String SEEN = "seen";

    private static final String OF_ITEMS = "item.";

    private GroupNames() {}

    /** The ways to group users: attributes by name, and three kinds derived from their rows. */
    public static List<String> ofUsers(Dataset dataset) {
        List<String> names = new ArrayList<>();
        for (String name : dataset.userAttributes().names()) {
            if (!dataset.userAttributes().isAggregate(name)) {
                names.add(name);
            }
        }
        names.addAll(List.of(ACTIVITY, REWATCH, POPULARITY));
        return names;
    }

    /** The ways to group held-out items, each with the prefix "item.". */
    public static List<String> ofItems(Dataset dataset) {
        List<String> names = new ArrayList<>(List.of(OF_ITEMS + POPULARITY, OF_ITEMS + SEEN));
        dataset.itemAttributes().names().forEach(name -> names.add(OF_ITEMS + name));
        return names;
    }

    /** Whether a name is one of {@link #ofItems}, and not of users. */
    public static boolean isOfItems(String name) {
        return name.startsWith(OF_ITEMS);
    }

    /** The name without the prefix of item groups. */
    static String column(String name) {
        return name.substring(OF_ITEMS.length());
    }

    /** Refuses a name that is no way to group users or items. */
    public static void check(Dataset dataset, String name) throws DataException {
        List<String> known = isOfItems(name) ? ofItems(dataset) : ofUsers(dataset);
        if (!known.contains(name) && !dataset.userAttributes().has(name)) {
            List<String> all = new ArrayList<>(ofUsers(dataset));
            all.addAll(ofItems(dataset));
            throw new DataException(
                    Text.of("slice.unknown", name), Text.of("slice.unknown.remedy", String.join(", ", all)));
        }
    }
}
