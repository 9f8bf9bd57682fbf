package nl.respijt.lotgenotengroep;

/** What can come of making a group, or of changing what is said of it. */
public sealed interface GroepResultaat {
    record Gedaan(Lotgenotengroep groep) implements GroepResultaat {}

    record NaamBestaat() implements GroepResultaat {}

    /** More people joined than there would be room for. */
    record TeKlein(int deelnemers) implements GroepResultaat {}

    record Onbekend() implements GroepResultaat {}
}
