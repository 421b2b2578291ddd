package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.spec.PreparedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Selects the users whose lists are recorded during training: users chosen in the workspace, and a sample of all. */
public final class WatchedUsers {
    private static final String FILE = "canaries.txt";
    private static final int MOST = 50;
    private static final int LEAST = 12;
    /** The sample has one in this many evaluated users, so that recording costs next to nothing. */
    private static final int ONE_IN = 100;

    private final Path file;
    /** The ids of users shown in this process, latest last. */
    private final Set<String> shown = new LinkedHashSet<>();

    public WatchedUsers(Path workspace) {
        file = workspace.resolve(FILE);
    }

    /** The ids chosen in the workspace. */
    public Set<String> chosen() throws IOException {
        return Files.exists(file) ? new LinkedHashSet<>(StoredLines.read(file)) : new LinkedHashSet<>();
    }

    /**
     * Records that a user is shown: every run of this process then records the user's lists, running ones from their next epoch on. Only
     * the last {@value #MOST} shown users count.
     */
    public synchronized void shown(String id) {
        shown.remove(id);
        shown.add(id);
        if (shown.size() > MOST) {
            shown.remove(shown.iterator().next());
        }
    }

    private synchronized List<String> shown() {
        return List.copyOf(shown);
    }

    /** Chooses a user, or removes one; applies to runs that begin later. */
    public synchronized void choose(String id, boolean watched) throws IOException {
        Set<String> ids = new TreeSet<>(chosen());
        if (watched ? ids.add(id) : ids.remove(id)) {
            write(ids);
        }
    }

    private void write(Collection<String> ids) throws IOException {
        byte[] lines =
                ids.stream().map(id -> id + "\n").reduce("", String::concat).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(lines));
    }

    /** The users to watch in a run, ascending: the chosen ones, and evaluated ones of all ages and activities. */
    public int[] of(PreparedRun preparedRun) throws IOException {
        Dataset dataset = preparedRun.dataset();
        Set<Integer> users = new TreeSet<>();
        for (String id : chosen()) {
            int user = dataset.users().indexOf(id);
            if (user >= 0) {
                users.add(user);
            }
        }
        int[] evaluated = IntStream.range(0, dataset.users().size())
                .filter(u -> preparedRun.split().truth(u).length > 0
                        && preparedRun.split().train().count(u) > 0)
                .toArray();
        int wanted = Math.min(evaluated.length, Math.min(MOST, Math.max(LEAST, evaluated.length / ONE_IN)));
        List<Integer> spread = new ArrayList<>(Arrays.stream(evaluated)
                .boxed()
                .sorted(byAgeThenActivity(preparedRun))
                .toList());
        for (int n = 0; n < wanted; n++) {
            users.add(spread.get((int) ((n + 0.5) * spread.size() / wanted)));
        }
        return users.stream().mapToInt(u -> u).toArray();
    }

    /** The users watched since the beginning of a run and those shown since, ascending. */
    public int[] with(int[] first, PreparedRun preparedRun) {
        IntStream looked = shown().stream()
                .mapToInt(preparedRun.dataset().users()::indexOf)
                .filter(user -> user >= 0);
        return IntStream.concat(Arrays.stream(first), looked)
                .sorted()
                .distinct()
                .toArray();
    }

    private static Comparator<Integer> byAgeThenActivity(PreparedRun preparedRun) {
        Attributes attributes = preparedRun.dataset().userAttributes();
        Comparator<Integer> byActivity = Comparator.comparingInt(
                        (Integer u) -> preparedRun.split().train().count(u))
                .thenComparingInt(u -> u);
        Optional<String> age = attributes.column(Role.AGE).filter(attributes::isNumeric);
        if (age.isPresent()) {
            double[] ages = attributes.numbers(age.get());
            return Comparator.comparingDouble((Integer u) -> ages[u]).thenComparing(byActivity);
        }
        return byActivity;
    }
}
