package dev.nara.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was on screen when the program ended.
 *
 * @param data the path of the open data, "" for none
 * @param workspace the name of the workspace on screen, "" for none
 * @param run the number of the run on screen, 0 for none
 * @param child the id of the child on screen, "" for none
 * @param draft the settings in the form, as a command; "" for none
 * @param varied settings in the form with several values, by parameter, as in {@code --space}
 * @param lately the keys of commands chosen in the palette, latest first
 * @param views state of further parts of the window, by name
 */
public record LeftAt(
        String data,
        String workspace,
        long run,
        String child,
        String draft,
        Map<String, String> varied,
        List<String> lately,
        Map<String, String> views) {
    /** Nothing on screen. */
    public static final LeftAt NOWHERE = new LeftAt("", "", 0, "", "", Map.of(), List.of(), Map.of());

    /** Missing members mean nothing on screen. */
    public LeftAt {
        data = Objects.requireNonNullElse(data, "");
        workspace = Objects.requireNonNullElse(workspace, "");
        child = Objects.requireNonNullElse(child, "");
        draft = Objects.requireNonNullElse(draft, "");
        varied = varied == null ? Map.of() : Map.copyOf(varied);
        lately = lately == null ? List.of() : List.copyOf(lately);
        views = views == null ? Map.of() : Map.copyOf(views);
    }

    /** A copy with other palette commands. */
    public LeftAt lately(List<String> chosen) {
        return new LeftAt(data, workspace, run, child, draft, varied, chosen, views);
    }

    /** A copy without a child, neither on screen nor in the palette's history. */
    LeftAt without(String id) {
        return new LeftAt(
                data,
                workspace,
                run,
                child.equals(id) ? "" : child,
                draft,
                varied,
                lately.stream().filter(key -> !key.equals("child:" + id)).toList(),
                views);
    }
}
