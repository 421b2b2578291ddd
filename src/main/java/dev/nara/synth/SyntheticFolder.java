package dev.nara.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Generates one folder: plans the catalogue and the children, simulates their viewing, and writes all files. */
final class SyntheticFolder {
    private static final double STAYS = 0.93;
    private static final double LATER_STARTS = 0.75;
    private static final double LATER_SPREAD = 0.6;

    private final Path folder;
    private final boolean hidden;
    private final Scale scale;
    private final WordLists words;
    private final ServiceDays days = new ServiceDays();
    private final Catalogue catalogue;
    private final ServiceUse use;
    private final List<Child> children;
    private final int[] extraMetaRows;
    private final MetaTally metaTally = new MetaTally();
    private final LogTally logTally;
    private final Dice dice;

    SyntheticFolder(Path folder, SampleOptions options) throws IOException {
        this.folder = folder;
        hidden = options.hidden();
        scale = new Scale(options.profiles());
        dice = new Dice(options.seed());
        words = WordLists.read("themes.txt", "words.txt", "titles.txt", "people.txt");
        List<StoryTheme> themes = StoryTheme.all(words);
        catalogue = new CatalogueMaker(Genre.readAll(), themes, scale, dice.fork()).make();
        Trends trends = new Trends(catalogue, scale.frontPageHead(), dice.fork());
        use = new ServiceUse(catalogue, trends, days, Habits.of(scale));
        children = new Population(scale, catalogue, themes.size(), dice.fork()).make();
        extraMetaRows = ExtraRows.draw(catalogue, scale.extraMetaRows(), dice.fork());
        logTally = new LogTally(catalogue.albumBound());
    }

    SampleReport write(DoubleConsumer progress) throws IOException {
        ProfileFiles profiles = new ProfileFiles();
        profiles.write(folder, children, dice.fork());
        long meta = new MetaFile(catalogue, words, extraMetaRows, metaTally, dice.fork()).write(folder);
        long keywords = new KeywordFile(catalogue, words, scale.keywordsAnAlbum(), dice.fork()).write(folder);
        double half = hidden ? 0.5 : 1;
        LogFiles.Rows logs = writeLogs(dice.fork(), done -> progress.accept(done * half));
        long later = hidden ? writeHidden(dice.fork(), done -> progress.accept(half + done * half)) : 0;
        SampleReport.Rows rows = new SampleReport.Rows(
                logs.history(),
                logs.watchEnds(),
                logs.buys(),
                logs.searches(),
                meta,
                keywords,
                children.size(),
                children.size(),
                later);
        return new SampleReport(rows, logTally.report(extraMetaRows), metaTally.report(), profiles.report());
    }

    private LogFiles.Rows writeLogs(Dice chance, DoubleConsumer progress) throws IOException {
        int asked = children.stream().mapToInt(Child::starts).sum();
        double bought = scale.buys() / (asked * CatalogueMaker.PRICED);
        try (LogFiles logs = new LogFiles(folder, catalogue, days, logTally, bought)) {
            for (int i = 0; i < children.size(); i++) {
                Child child = children.get(i);
                logs.write(child, use.watch(child, child.starts(), child.firstDay(), child.lastDay()), chance);
                progress.accept((i + 1.0) / children.size());
            }
            return logs.rows();
        }
    }

    /** Simulates the same children for three more months; some have left, the others watch somewhat less. */
    private long writeHidden(Dice chance, DoubleConsumer progress) throws IOException {
        Path after = Files.createDirectory(folder.resolve(HiddenFiles.FOLDER));
        try (HiddenFiles months = new HiddenFiles(after, catalogue, days)) {
            for (int i = 0; i < children.size(); i++) {
                Child child = children.get(i);
                if (chance.chance(STAYS)) {
                    int starts = (int) (child.starts() * LATER_STARTS * chance.logNormal(LATER_SPREAD));
                    List<Start> seen = use.watch(child, starts, ServiceDays.HISTORY_DAYS, ServiceDays.DAYS - 1);
                    months.write(child, seen, chance);
                }
                progress.accept((i + 1.0) / children.size());
            }
            return months.rows();
        }
    }
}
