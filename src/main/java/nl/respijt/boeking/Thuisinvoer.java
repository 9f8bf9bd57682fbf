package nl.respijt.boeking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.web.Velden;

/** Reads what care at home asks besides, from a form or from the {@code thuis} of a JSON body. */
public final class Thuisinvoer {
    private static final List<String> VOOR =
            Stream.of(Voor.values()).map(Voor::woord).toList();

    private static final Pattern POSTCODE = Pattern.compile("([1-9][0-9]{3}) ?([A-Za-z]{2})");

    private Thuisinvoer() {}

    /** The question, or its faults among those of the fields. */
    public static Optional<Thuisvraag> lees(Velden velden) {
        var voor = velden.isLeeg("voor") ? leeg(velden) : velden.keuze("voor", VOOR);
        var adres = velden.verplicht("adres", Thuisvraag.MAX_ADRES, "fout.geen-adres");
        var postcode = postcode(velden);
        var wensen = velden.alinea("wensen", Thuisvraag.MAX_WENSEN).orElse("");
        var nodig = nodig(velden);
        return voor.isEmpty() || adres.isEmpty() || postcode.isEmpty()
                ? Optional.empty()
                : Optional.of(new Thuisvraag(
                        Voor.valueOf(voor.get().toUpperCase(Locale.ROOT)), adres, postcode.get(), wensen, nodig));
    }

    /** In JSON a list of words; in a form a box for each of them. */
    private static Set<Vaardigheid> nodig(Velden velden) {
        var genoemd = velden.lijst("nodig", Vaardigheid.woorden());
        return Stream.of(Vaardigheid.values())
                .filter(een -> velden.jaNee("nodig-" + een.woord()).orElse(false) || genoemd.contains(een.woord()))
                .collect(Collectors.toSet());
    }

    private static Optional<String> leeg(Velden velden) {
        velden.negeer("voor");
        velden.fout("voor", "fout.geen-voor-wie");
        return Optional.empty();
    }

    /** As "3582 AB", however it was typed. */
    private static Optional<String> postcode(Velden velden) {
        var getypt = velden.tekst("postcode", 20);
        var postcode = getypt.map(POSTCODE::matcher)
                .filter(Matcher::matches)
                .map(deel -> deel.group(1) + " " + deel.group(2).toUpperCase(Locale.ROOT));
        if (postcode.isEmpty()) {
            velden.fout("postcode", "fout.geen-postcode");
        }
        return postcode;
    }
}
