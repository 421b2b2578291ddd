package dev.nara.ui.child;

import dev.nara.store.folder.WatchedListLog.Moment;
import dev.nara.ui.common.Album;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ranks of held-out items over the epochs, for drawing.
 *
 * @param lines at most {@link #MOST}, the best at the epoch on screen first
 * @param others the number of further held-out items
 * @param worst the highest rank of any line
 */
record RankLines(List<Line> lines, int others, int worst) {
    /** The largest number of lines. */
    static final int MOST = 7;

    /** Nothing is held out. */
    static final RankLines NONE = new RankLines(List.of(), 0, 1);

    /** A held-out item, its rank at the epoch on screen, and its rank after each known epoch. */
    record Line(Album album, int rank, List<Point> points) {}

    /** The rank after an epoch, from 1. */
    record Point(int epoch, int rank) {}

    /** {@code heldOut} has the ranks at the epoch on screen; the moments have the ranks in the order of items. */
    static RankLines of(List<Moment> moments, List<ChildModel.HeldOut> heldOut) {
        List<ChildModel.HeldOut> byItem = heldOut.stream()
                .sorted(Comparator.comparingInt(h -> h.album().item()))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < byItem.size(); n++) {
            int place = n;
            lines.add(new Line(
                    byItem.get(n).album(),
                    byItem.get(n).rank(),
                    moments.stream()
                            .filter(moment -> place < moment.ranks().size())
                            .map(moment ->
                                    new Point(moment.epoch(), moment.ranks().get(place)))
                            .toList()));
        }
        lines.sort(Comparator.comparingInt(Line::rank));
        List<Line> shown = List.copyOf(lines.subList(0, Math.min(MOST, lines.size())));
        int worst = shown.stream()
                .flatMapToInt(line -> IntStream.concat(
                        IntStream.of(line.rank()), line.points().stream().mapToInt(Point::rank)))
                .max()
                .orElse(1);
        return new RankLines(shown, lines.size() - shown.size(), worst);
    }

    /** How many held-out items are in the list at an epoch but were not at the previous known one; -1 if this is unknown. */
    static int cameIn(List<Moment> moments, int epoch, int length) {
        for (int n = 1; n < moments.size(); n++) {
            if (moments.get(n).epoch() == epoch) {
                List<Integer> now = moments.get(n).ranks();
                List<Integer> before = moments.get(n - 1).ranks();
                return (int) IntStream.range(0, Math.min(now.size(), before.size()))
                        .filter(i -> now.get(i) <= length && before.get(i) > length)
                        .count();
            }
        }
        return -1;
    }
}
