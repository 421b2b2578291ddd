package dev.nara.ui.child;

/** How places in lists differ, in signs. */
final class Moves {
    private Moves() {}

    /** How a rank, from 1, differs from an earlier one, in a sign and places; 0 stands for not in the list. */
    static String moved(int before, int now) {
        if (before == 0) {
            return "＋";
        }
        if (now == 0) {
            return "－";
        }
        return before == now ? "" : before > now ? "▲ " + (before - now) : "▼ " + (now - before);
    }
}
