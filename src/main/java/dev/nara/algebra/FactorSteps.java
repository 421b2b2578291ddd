package dev.nara.algebra;

/**
 * Stochastic gradient steps on rows of factors of any length. The order of additions in a sum depends only on the implementation and the
 * processor. Thread-safe for threads that share no rows.
 */
public interface FactorSteps extends MatrixProducts {
    /** The sum of u * i. */
    float score(float[] users, int u, float[] items, int i, int count);

    /** The sum of u * (p - n). */
    float preference(float[] users, int u, float[] items, int p, int n, int count);

    /** Simultaneously u = keep u + step i and i = keep i + step u. */
    void approach(float step, float keep, float[] users, int u, float[] items, int i, int count);

    /** Simultaneously u = keep u + step (p - n), p = keep p + step u and n = keep n - step u. */
    void prefer(float step, float keep, float[] users, int u, float[] items, int p, int n, int count);
}
