package dev.nara.synth;

import java.util.List;

/** Simulates one session of a child. */
final class ViewingSession {
    private static final double WEAK_HOLD = 0.8;
    private static final double HOLD = 0.3;
    private static final double FOLLOW = 0.85;
    private static final Range PAUSE = new Range(4, 25);
    private static final double SEARCHED = 0.0164;

    private final Catalogue catalogue;
    private final NextAlbum next;
    private final Child child;
    private final Dice dice;
    private final int session;
    private final int end;
    private final List<Start> seen;

    ViewingSession(Catalogue catalogue, NextAlbum next, Child child, int session, int end, List<Start> seen) {
        this.catalogue = catalogue;
        this.next = next;
        this.child = child;
        this.dice = child.dice();
        this.session = session;
        this.end = end;
        this.seen = seen;
    }

    /** Adds at most this number of starts; returns the moment at which the session ends. */
    int watch(int from, int starts) {
        int now = from;
        int album = -1;
        boolean automatic = false;
        for (int left = starts; left > 0 && now < end; left--) {
            int day = now / ServiceDays.DAY;
            if (!automatic && !(album >= 0 && next.again(dice))) {
                album = next.album(child, day);
            }
            boolean follows = left > 1 && catalogue.hasNext(album, day) && dice.chance(autoplay(album));
            Start start = start(now, album, automatic, follows, left == 1);
            seen.add(start);
            child.memory().watched(album, day);
            if (!follows) {
                follow(album);
            }
            now += ServiceDays.duration(start.watched() + PAUSE.draw(dice));
            automatic = follows;
            album += follows ? 1 : 0;
        }
        return now;
    }

    /** Probability that the next episode starts automatically. */
    private double autoplay(int album) {
        Series series = catalogue.of(album);
        return series.genre().autoplay() * (WEAK_HOLD + HOLD * series.hold());
    }

    /** With some probability, remembers to continue with the next episode or season later. */
    private void follow(int album) {
        Series series = catalogue.of(album);
        if (!dice.chance(FOLLOW * series.hold())) {
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
        int watched = WatchTime.seconds(total, dice);
        int ending = WatchTime.ending(watched, total, follows, last, dice);
        return new Start(session, now, album, automatic, !automatic && dice.chance(SEARCHED), watched, total, ending);
    }
}
