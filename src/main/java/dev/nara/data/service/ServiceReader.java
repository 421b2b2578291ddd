package dev.nara.data.service;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Dataset.Finding;
import dev.nara.data.DatasetReader;
import dev.nara.data.DelimitedFile;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the children's video service's folder: history, profiles, meta and the sample submission are necessary, the
 * other four files add attributes. Log rows that repeat (profile, album, time) are read once, meta rows are joined by
 * album id, and everything repaired is counted in the findings.
 */
public final class ServiceReader implements DatasetReader {
    private static final String HISTORY = "history_data.csv";
    private static final String PROFILES = "profile_data.csv";

    @Override
    public String format() {
        return "service";
    }

    @Override
    public boolean recognises(Path path) {
        Path folder = folder(path);
        return Files.isRegularFile(folder.resolve(HISTORY)) || Files.isRegularFile(folder.resolve(PROFILES));
    }

    /** The folder itself, or that of a csv file in it. */
    private static Path folder(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        boolean table = Files.isRegularFile(path) && path.toString().endsWith(".csv");
        return table && parent != null ? parent : path;
    }

    @Override
    public Dataset read(Path path, Progress progress) throws DataException {
        Path folder = folder(path);
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        List<Finding> findings = new ArrayList<>();
        // Profiles and meta come first, so that indices follow their order and the catalogue holds unwatched albums.
        ProfileTable profiles = ProfileTable.read(folder.resolve(PROFILES), users);
        MetaTable meta = MetaTable.read(folder.resolve("meta_data.csv"), items, findings);
        int described = items.size();
        Interactions interactions = history(folder.resolve(HISTORY), users, items, findings, progress);
        count(findings, "finding.items.without.meta", items.size() - described);
        count(findings, "finding.users.without.profile", users.size() - profiles.size());
        List<Integer> recipients = recipients(folder.resolve("sample_submission.csv"), users);
        Attributes.Builder itemAttributes = new Attributes.Builder(items.size());
        meta.addTo(itemAttributes);
        OptionalFiles.read(folder, items, itemAttributes, findings);
        return new Dataset(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                format(),
                folder,
                users,
                items,
                interactions,
                true,
                profiles.attributes(users.size()),
                itemAttributes.build(),
                null,
                recipients,
                List.copyOf(findings));
    }

    private static Interactions history(
            Path file, IdIndex users, IdIndex items, List<Finding> findings, Progress progress) throws DataException {
        InteractionsBuilder rows = new InteractionsBuilder();
        long[] late = new long[2];
        DelimitedFile.withHeader(file, ',', "profile_id", "ss_id", "log_time", "album_id")
                .forEach(progress, row -> {
                    int user = users.add(Long.toString(row.wholeNumber(0)));
                    long time = row.time(2);
                    late[0] += row.text(1).compareTo(row.text(2)) > 0 ? 1 : 0;
                    late[1] += time % 100 > 59 ? 1 : 0;
                    rows.add(user, items.add(Long.toString(row.wholeNumber(3))), time);
                });
        Interactions distinct = rows.buildDistinct(users.size(), items.size());
        count(findings, "finding.log.repeated", rows.size() - distinct.size());
        count(findings, "finding.session.after.log", late[0]);
        count(findings, "finding.seconds.impossible", late[1]);
        return distinct;
    }

    private static List<Integer> recipients(Path file, IdIndex users) throws DataException {
        List<Integer> recipients = new ArrayList<>();
        DelimitedFile.withHeader(file, ',', "profile_id").forEach(Progress.NONE, row -> {
            int user = users.indexOf(Long.toString(row.wholeNumber(0)));
            if (user < 0) {
                throw row.wrong(0, "data.profile.unknown");
            }
            recipients.add(user);
        });
        return List.copyOf(recipients);
    }

    static void count(List<Finding> findings, String key, long count) {
        if (count > 0) {
            findings.add(new Finding(key, count));
        }
    }
}
