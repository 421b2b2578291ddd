package dev.nara.data.sample;

import java.util.List;

/** One session of a child at the screen. */
final class Sitting {
    private static final double FOLLOW = 0.85;
    private static final double SEARCHED = 0.0164;

    private final Catalogue catalogue;
    private final Choice choice;
    private final Child child;
    private final Dice dice;
    private final int session;
    private final int end;
    private final List<Start> seen;

    Sitting(Catalogue catalogue, Choice choice, Child child, int session, int end, List<Start> seen) {
        this.catalogue = catalogue;
        this.choice = choice;
        this.child = child;
        this.dice = child.dice();
        this.session = session;
        this.end = end;
        this.seen = seen;
    }

    /** Adds up to a number of starts to what was seen; returns the moment at which the session is over. */
    int watch(int from, int starts) {
        int now = from;
        int album = -1;
        boolean automatic = false;
        for (int left = starts; left > 0 && now < end; left--) {
            int day = now / ServiceDays.DAY;
            if (!automatic && !(album >= 0 && choice.again(dice))) {
                album = choice.album(child, day);
            }
            boolean follows = left > 1 && catalogue.hasNext(album, day) && dice.chance(autoplay(album));
            Start start = start(now, album, automatic, follows, left == 1);
            seen.add(start);
            child.memory().watched(album, day);
            if (!follows) {
                follow(album);
            }
            now += ServiceDays.duration(start.watched() + dice.between(4, 25));
            automatic = follows;
            album += follows ? 1 : 0;
        }
        return now;
    }

    private double autoplay(int album) {
        Series series = catalogue.of(album);
        double w = series.weight();
        return series.genre().autoplay() * (0.8 + 0.3 * w / (w + 1));
    }

    private void follow(int album) {
        Series series = catalogue.of(album);
        if (!dice.chance(FOLLOW * series.weight() / (series.weight() + 1))) {
            return;
        }
        if (album + 1 < series.album(series.episodes())) {
            child.memory().follow(album + 1);
        } else if (catalogue.sequel(series) >= 0) {
            child.memory()
                    .follow(catalogue.series().get(catalogue.sequel(series)).firstAlbum());
        }
    }

    private Start start(int now, int album, boolean automatic, boolean follows, boolean last) {
        int total = catalogue.seconds(album);
        int watched = View.seconds(total, dice);
        int ending = View.ending(watched, total, follows, last, dice);
        return new Start(session, now, album, automatic, !automatic && dice.chance(SEARCHED), watched, total, ending);
    }
}
