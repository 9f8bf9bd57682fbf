package nl.respijt;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class Respijt {
    private Respijt() {}

    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Respijt.class).banner(false).start();
    }
}
