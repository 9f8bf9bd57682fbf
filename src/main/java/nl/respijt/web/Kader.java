package nl.respijt.web;

import java.util.Optional;

/**
 * What the frame around a page needs. {@code pad} is where the same page is found with a GET, in any language; {@code
 * voorstel} is the language this browser prefers when the page is in another.
 */
public record Kader(
        Taal taal,
        Teksten t,
        Datums d,
        String pad,
        Optional<Taal> voorstel,
        Optional<Bezoeker> bezoeker,
        boolean demo,
        String telefoon,
        String gemeente,
        String basis,
        Bestanden bestanden) {

    /** The phone number as a link writes it. */
    public String telefoonLink() {
        return telefoonLink(telefoon);
    }

    static String telefoonLink(String telefoon) {
        var cijfers = telefoon.replaceAll("[^0-9+]", "");
        return "tel:" + (cijfers.startsWith("0") ? "+31" + cijfers.substring(1) : cijfers);
    }

    public String inTaal(Taal andere) {
        return pad + (pad.indexOf('?') < 0 ? "?" : "&") + "taal=" + andere.code();
    }

    public Kader opPad(String anderPad) {
        return new Kader(taal, t, d, anderPad, voorstel, bezoeker, demo, telefoon, gemeente, basis, bestanden);
    }

    /** For a piece of the page that is for somebody who reads another language, like a letter. */
    public Kader gesprokenIn(Taal andere) {
        return new Kader(
                andere,
                Teksten.in(andere),
                new Datums(andere),
                pad,
                voorstel,
                bezoeker,
                demo,
                telefoon,
                gemeente,
                basis,
                bestanden);
    }

    public String csrf() {
        return bezoeker.map(Bezoeker::csrf).orElse("");
    }

    /** Dagdeel with a capital, for where it starts a line. */
    public String kop(String tekst) {
        return tekst.isEmpty() ? tekst : tekst.substring(0, 1).toUpperCase(taal.locale()) + tekst.substring(1);
    }

    /** Whether this page belongs to that entry of the menu, and to none that names it more closely. */
    public boolean bijPad(String menupad) {
        return isOnder(menupad)
                && bezoeker.stream()
                        .flatMap(wie -> wie.menu().stream())
                        .noneMatch(ander -> ander.pad().length() > menupad.length() && isOnder(ander.pad()));
    }

    private boolean isOnder(String menupad) {
        return pad.equals(menupad) || pad.startsWith(menupad + "/") || pad.startsWith(menupad + "?");
    }
}
