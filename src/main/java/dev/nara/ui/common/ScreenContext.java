package dev.nara.ui.common;

import dev.nara.store.RunStore;
import dev.nara.store.Services;

/** What every screen gets: the domain services, the open workspace, the data and run on screen, and the window's services. */
public record ScreenContext(
        Services services, RunStore store, Session session, Frame frame, Pseudonymiser pseudonymiser) {}
