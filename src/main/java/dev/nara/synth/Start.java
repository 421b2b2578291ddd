package dev.nara.synth;

/**
 * One viewing, from its start.
 *
 * @param session moment at which its session began
 * @param moment moment of the start; see {@link ServiceDays} for the unit
 * @param automatic whether it followed the one before by itself
 * @param searched whether the child looked for it
 * @param watched seconds watched of {@code total}
 * @param ending 1 the next followed, 0 nothing did, 2 stopped by choice, 3 otherwise
 */
record Start(
        int session, int moment, int album, boolean automatic, boolean searched, int watched, int total, int ending) {}
