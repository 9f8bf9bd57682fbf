package nl.respijt.rooster;

/** When a gastheer can, and how they would like it. */
public record Inzet(Beschikbaarheid beschikbaarheid, Wensen wensen) {
    public static final Inzet VRIJ = new Inzet(Beschikbaarheid.ALTIJD, Wensen.GEEN);
}
