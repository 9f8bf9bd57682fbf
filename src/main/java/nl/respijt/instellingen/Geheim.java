package nl.respijt.instellingen;

/** A secret that does not show itself in a log. */
public record Geheim(String waarde) {
    @Override
    public String toString() {
        return "***";
    }
}
