package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.database.Proefdienst;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * All pages that anybody can reach, and what comes of every form, in Arabic: it is written in letters of its own, so that
 * a word in Latin ones is a name, something that somebody typed, or a text that is in no bundle. Pages and forms that are
 * added are walked through as well.
 */
final class OnvertaaldIT {
    /** What a page shows or says: text, and the attributes that are read out or shown. */
    private static final Pattern TEKST = Pattern.compile(">([^<]+)<");

    private static final Pattern VOORGELEZEN =
            Pattern.compile("\\s(?:aria-label|title|alt|placeholder|label|data-gekopieerd)=\"([^\"]*)\"");

    private static final Pattern ONZICHTBAAR =
            Pattern.compile("(?s)<(script|style|svg)\\b.*?</\\1>|<!--.*?-->|<input[^>]*>|<!DOCTYPE[^>]*>");

    /** In another language on purpose: the names of languages, the Dutch beside a translation, words to say on the phone. */
    private static final Pattern ANDERE_TAAL =
            Pattern.compile("(?s)<(\\w+)[^>]*\\s(?:lang=\"(?:nl|en|tr)\"|translate=\"no\")[^>]*>.*?</\\1>");

    /** An address, a code, an id, a time as a computer writes it. */
    private static final Pattern GEGEVEN = Pattern.compile(
            "\\S+@\\S+|\\bwebcal:\\S+|https?:\\S+|\\bRSP-\\S+|\\b[0-9a-f]{8}-[0-9a-f-]{27}\\b|\\d{4}-\\d\\d-\\d\\dT\\S+|[\\w-]+\\.example\\b|&#?\\w+;");

    private static final Pattern WOORD = Pattern.compile("\\p{IsLatin}{2,}");

    /** Where names of people, houses and places are kept, and what people wrote themselves. */
    private static final List<String> NAMEN = List.of(
            "moment.titel",
            "moment.wijk",
            "moment.plaats",
            "mantelzorghuis.naam",
            "mantelzorghuis.adres",
            "mantelzorghuis.halte",
            "lotgenotengroep.naam",
            "lotgenotengroep.uitleg",
            "lotgenotengroep.plaats",
            "lotgenotengroep.wijk",
            "lotgenotengroep.afspraken",
            "lotgenotengroep.hulp_naam",
            "deelname.naam",
            "deelname.samen_met",
            "deelname.trefpunt",
            "groepsbericht.naam",
            "groepsbericht.tekst",
            "verslag.opmerking",
            "wachtplek.naam",
            "wachtplek.samen_met",
            "gastheer.naam",
            "medewerker.naam",
            "logeerhuis.naam",
            "gastheer.slug",
            "boeking.naam",
            "boeking.geboekt_door",
            "account.naam",
            "account.organisatie",
            "contract.bron",
            "sluiting.reden",
            "gebeurtenis.waarom",
            "inzage.reden",
            "account_aanvraag.subject",
            "bericht.gegevens::text");

    /** What the robot writes in every field. */
    private static final String GETYPT = "Proefwoord";

    @AutoClose
    private final Proefdienst dienst = Proefdienst.start();

    private final Klant buiten = new Klant(dienst);
    private final Klant bezoeker = buiten.inTaal(Taal.AR);

    @Test
    void no_page_says_anything_that_is_in_no_bundle() {
        var moment = Proefmoment.in(dienst).met(20).publiceer();
        var robots = new ArrayList<Robot>();
        robots.add(new Robot(bezoeker)
                .loop(List.of("/", "/momenten", "/mantelzorghuizen", "/inloggen", "/bestaat-niet", "/demo")));
        robots.add(new Robot(bezoeker).loop(List.of("/momenten/" + moment.id().waarde())));
        for (var wie : Robot.eenPerRol(buiten)) {
            robots.add(new Robot(buiten.als(wie).inTaal(Taal.AR)).loop(List.of("/", Robot.begin(buiten, wie))));
        }
        var bekend = bekend(); // before the forms are sent: they also take away
        for (var robot : robots) {
            robot.formulieren().forEach(formulier -> {
                var antwoord = robot.vulIn(formulier, _ -> GETYPT);
                antwoord.kop("Location").filter(pad -> pad.startsWith("/")).ifPresent(pad -> robot.loop(List.of(pad)));
            });
        }

        bekend.addAll(bekend());
        var gezien = robots.stream()
                .flatMap(robot -> robot.gezien().stream())
                .filter(een -> een.antwoord().kop("Content-Type").orElse("").startsWith("text/html"))
                .toList();
        assertThat(gezien).hasSizeGreaterThan(100);
        assertThat(gezien.stream()
                        .flatMap(een -> onvertaald(een, bekend))
                        .distinct()
                        .sorted())
                .isEmpty();
    }

    /** "address kind: text", for each text with words that nobody knows. */
    private static Stream<String> onvertaald(Robot.Gezien gezien, Set<String> bekend) {
        var pagina = gezien.antwoord().tekst();
        assertThat(pagina).as(gezien.vraag()).contains("<html lang=\"ar\" dir=\"rtl\"");
        var zichtbaar =
                ANDERE_TAAL.matcher(ONZICHTBAAR.matcher(pagina).replaceAll("")).replaceAll("");
        return Stream.concat(teksten(TEKST, zichtbaar), teksten(VOORGELEZEN, zichtbaar))
                .filter(tekst -> woorden(tekst).anyMatch(woord -> !bekend.contains(woord)))
                .map(tekst -> "%s: %s".formatted(Robot.zonderIds(gezien.vraag()), tekst.strip()));
    }

    private static Stream<String> teksten(Pattern patroon, String pagina) {
        return patroon.matcher(pagina).results().map(gevonden -> gevonden.group(1));
    }

    private static Stream<String> woorden(String tekst) {
        return WOORD.matcher(GEGEVEN.matcher(tekst).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(woord -> woord.toLowerCase(Locale.ROOT));
    }

    /** The words that an Arabic text holds itself (a Mantelzorghuis is one in every language), and what is data. */
    private Set<String> bekend() {
        var bekend = new HashSet<String>();
        var t = Teksten.in(Taal.AR);
        t.sleutels().stream()
                .map(t::patroon)
                .map(patroon -> patroon.replaceAll("\\{\\d+,(?:choice|number),", ""))
                .flatMap(OnvertaaldIT::woorden)
                .forEach(bekend::add);
        // The subjects of mail that was sent in Dutch, in the list of all we have of somebody.
        var nl = Teksten.in(Taal.NL);
        nl.sleutels().stream()
                .filter(sleutel -> sleutel.startsWith("mail.") && sleutel.endsWith(".onderwerp"))
                .map(nl::patroon)
                .flatMap(OnvertaaldIT::woorden)
                .forEach(bekend::add);
        LocalDate.EPOCH
                .datesUntil(LocalDate.EPOCH.plusYears(1))
                .map(new Datums(Taal.NL)::dag)
                .flatMap(OnvertaaldIT::woorden)
                .forEach(bekend::add);
        Stream.of(GETYPT, "Respijt", "Utrecht").flatMap(OnvertaaldIT::woorden).forEach(bekend::add);
        teksten(
                        Pattern.compile("\"naam\":\"([^\"]*)\""),
                        buiten.haal("/demo/personen.json").tekst())
                .flatMap(OnvertaaldIT::woorden)
                .forEach(bekend::add);
        dienst.bean(Jdbi.class).useHandle(handle -> {
            for (var kolom : NAMEN) {
                var delen = kolom.split("\\.");
                handle.select("select distinct %s from %s where %s is not null".formatted(delen[1], delen[0], delen[1]))
                        .mapTo(String.class)
                        .list()
                        .forEach(tekst -> woorden(tekst).forEach(bekend::add));
            }
        });
        return bekend;
    }
}
