package dev.nara.synth;

/**
 * One viewing, from its start.
 *
 * @param session moment at which its session started
 * @param moment moment of the start; see {@link ServiceDays} for the unit
 * @param automatic whether it started automatically after the previous one
 * @param searched whether the child searched for it
 * @param watched seconds watched of {@code total}
 * @param ending 1 the next episode followed, 0 nothing followed, 2 stopped by the child, 3 otherwise
 */
record Start(
        int session, int moment, int album, boolean automatic, boolean searched, int watched, int total, int ending) {}
