package dev.nara.ui.common;

import dev.nara.store.RunStore;
import dev.nara.store.Services;

/** What every screen is given: the domain, the open workspace, the data and run on screen, and what the window lends. */
public record ScreenContext(
        Services services, RunStore store, Session session, Frame frame, Pseudonymiser pseudonymiser) {}
