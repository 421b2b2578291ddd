package dev.nara.competition;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.InputFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a submission, from this or another program, against the rules, and reports each violation with its line. */
public final class SubmissionCheck {
    /** Albums per list. */
    static final int LENGTH = 25;

    static final String HEADER = "profile_id,predicted_list";

    private static final Pattern ROW = Pattern.compile("([^,\"]*),(\"?)([^\"]*)\\2");
    private static final Pattern LIST = Pattern.compile("\\[(.*)]");
    private static final Pattern INTEGER = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final int SHOWN = 20;

    private final Dataset dataset;
    private final Set<String> profiles;
    private final int[] views;

    /** For the profiles that a submission must list. */
    SubmissionCheck(Dataset dataset, List<String> profiles) {
        this.dataset = dataset;
        this.profiles = new LinkedHashSet<>(profiles);
        this.views = dataset.interactions().itemCounts();
    }

    /** For the profiles that the dataset names. */
    public static SubmissionCheck of(Dataset dataset) throws DataException {
        List<String> ids =
                Recipients.of(dataset, null).stream().map(dataset.users()::id).toList();
        return new SubmissionCheck(dataset, ids);
    }

    /** Errors, and valid but unusual findings; at most twenty of each are listed, then their number. */
    public record Result(List<Text> problems, List<Text> warnings) {}

    /** Checks a file. */
    public Result check(Path file) throws DataException {
        try {
            InputFile.checkRegular(file);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
                return new Result(List.of(Text.of("check.bom")), List.of());
            }
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return check(List.of(content.split("\n", -1)));
        } catch (CharacterCodingException e) {
            return new Result(List.of(Text.of("check.encoding")), List.of());
        } catch (IOException e) {
            throw new DataException(file, Text.of("data.file.missing"), Text.of("data.file.missing.remedy"));
        }
    }

    /**
     * The lists of a file, regardless of other errors: each profile's known albums in order.
     *
     * @throws DataException if the file cannot be read
     */
    public static Map<String, List<Integer>> lists(Path file, Dataset dataset) throws DataException {
        Map<String, List<Integer>> lists = new LinkedHashMap<>();
        try {
            InputFile.checkRegular(file);
            for (String line : Files.readAllLines(file)) {
                Matcher row = ROW.matcher(line.strip());
                Matcher list = row.matches() ? LIST.matcher(row.group(3)) : LIST.matcher("");
                if (row.matches() && list.matches()) {
                    List<Integer> items = new ArrayList<>();
                    for (String id : ids(list.group(1))) {
                        int item = dataset.items().indexOf(id);
                        if (item >= 0 && !items.contains(item)) {
                            items.add(item);
                        }
                    }
                    lists.put(row.group(1), items);
                }
            }
            return lists;
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    Result check(List<String> lines) {
        List<Text> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int neverWatched = 0;
        @Nullable String before = null;
        if (lines.stream().anyMatch(line -> line.endsWith("\r"))) {
            problems.add(Text.of("check.crlf"));
        } else if (!lines.get(0).equals(HEADER)) {
            problems.add(Text.of("check.header", lines.get(0), HEADER));
        } else {
            int last = lines.get(lines.size() - 1).isEmpty() ? lines.size() - 1 : lines.size();
            for (int n = 1; n < last; n++) {
                Matcher row = ROW.matcher(lines.get(n));
                if (!row.matches()) {
                    problems.add(Text.of("check.row", n + 1));
                    continue;
                }
                String profile = row.group(1);
                problems.addAll(profileProblems(n + 1, profile, before, seen));
                before = profile;
                List<Text> found = row.group(2).isEmpty()
                        ? List.of(Text.of("check.quotes", n + 1))
                        : listProblems(n + 1, row.group(3));
                problems.addAll(found);
                neverWatched += found.isEmpty() ? neverWatched(row.group(3)) : 0;
            }
            problems.addAll(missing(seen));
        }
        List<Text> warnings = neverWatched > 0 ? List.of(Text.of("check.never.watched", neverWatched)) : List.of();
        return new Result(shortened(problems), warnings);
    }

    private List<Text> missing(Set<String> seen) {
        List<String> missing = profiles.stream().filter(p -> !seen.contains(p)).toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(Text.of("check.profiles.missing", missing.size(), missing.get(0)));
    }

    private List<Text> profileProblems(int line, String profile, @Nullable String before, Set<String> seen) {
        List<Text> problems = new ArrayList<>();
        if (!profiles.contains(profile)) {
            problems.add(Text.of("check.profile.unknown", line, profile));
        } else if (!seen.add(profile)) {
            problems.add(Text.of("check.profile.twice", line, profile));
        } else if (before != null && !ascending(before, profile)) {
            problems.add(Text.of("check.order", line, profile, before));
        }
        return problems;
    }

    private static boolean ascending(String before, String profile) {
        boolean numbers =
                INTEGER.matcher(before).matches() && INTEGER.matcher(profile).matches();
        return !numbers || Long.parseLong(before) < Long.parseLong(profile);
    }

    private List<Text> listProblems(int line, String list) {
        Matcher brackets = LIST.matcher(list);
        if (!brackets.matches()) {
            return List.of(Text.of("check.list", line));
        }
        List<Text> problems = new ArrayList<>();
        String[] ids = brackets.group(1).isBlank() ? new String[0] : ids(brackets.group(1));
        if (ids.length != LENGTH) {
            problems.add(Text.of("check.length", line, ids.length, LENGTH));
        }
        Set<String> distinct = new HashSet<>();
        for (String id : ids) {
            if (!INTEGER.matcher(id).matches()) {
                problems.add(Text.of("check.integer", line, id));
            } else if (dataset.items().indexOf(id) < 0) {
                problems.add(Text.of("check.item.unknown", line, id));
            } else if (!distinct.add(id)) {
                problems.add(Text.of("check.item.twice", line, id));
            }
        }
        return problems;
    }

    private int neverWatched(String list) {
        int count = 0;
        for (String id : ids(list.substring(1, list.length() - 1))) {
            count += views[dataset.items().indexOf(id)] == 0 ? 1 : 0;
        }
        return count;
    }

    /** The items between commas. */
    private static String[] ids(String list) {
        String[] ids = list.split(",", -1);
        Arrays.setAll(ids, n -> ids[n].strip());
        return ids;
    }

    private static List<Text> shortened(List<Text> problems) {
        if (problems.size() <= SHOWN) {
            return problems;
        }
        List<Text> shown = new ArrayList<>(problems.subList(0, SHOWN));
        shown.add(Text.of("check.more", problems.size() - SHOWN));
        return shown;
    }
}
