package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What users, and the items they are to find, can be grouped by in a dataset. */
public final class GroupNames {
    /** Of users: by how much they watched. */
    static final String ACTIVITY = "activity";
    /** Of users: by whether they are to find new items or ones seen before. */
    static final String REWATCH = "rewatch";
    /** Of users and of items: by how popular the items to find are. */
    static final String POPULARITY = "popularity";
    /** Of items: by whether the user had them before. */
    static final String SEEN = "seen";

    private static final String OF_ITEMS = "item.";

    private GroupNames() {}

    /** What users can be grouped by: attributes by name, and three kinds made from their rows. */
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

    /** What items to find can be grouped by, each behind "item.". */
    public static List<String> ofItems(Dataset dataset) {
        List<String> names = new ArrayList<>(List.of(OF_ITEMS + POPULARITY, OF_ITEMS + SEEN));
        dataset.itemAttributes().names().forEach(name -> names.add(OF_ITEMS + name));
        return names;
    }

    /** Whether a name is one of {@link #ofItems}, and not of users. */
    public static boolean isOfItems(String name) {
        return name.startsWith(OF_ITEMS);
    }

    /** The name without what tells groups of items from those of users. */
    static String column(String name) {
        return name.substring(OF_ITEMS.length());
    }

    /** Makes sure that there are groups of that name, of users or of items. */
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
