package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.boeking.Agendabijlage;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Reeksen;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What is told of visits: a series to the carer, once for all; a request to who has to answer it. No care, no address. */
@Singleton
final class BezoekBerichtMaker implements BerichtMaker {
    static final String REEKS = "bezoekreeks";

    /** To the provider: a first request waits for an answer. */
    static final String NIEUW = "huisbezoek-nieuw";

    /** To the makelaar: nobody answered it in time. */
    static final String STIL = "huisbezoek-stil";

    /** To a carer: somebody else comes. */
    static final String VERVANGEN = "huisbezoek-vervangen";

    /** To the provider: somebody is away, and this is what became of the visits. */
    static final String ANDERS = "huisbezoek-anders";

    /** To the carer: visits of a series were cancelled, or moved. */
    static final String AFGEZEGD = "bezoekreeks-afgezegd";

    static final String VERZET = "bezoekreeks-verzet";

    /** To the provider: a carer cancelled visits, or moved them. */
    static final String GEWIJZIGD = "huisbezoek-gewijzigd";

    /** In the message: whose times they are. */
    static final String VAN_REEKS = "reeks";

    /** In the message: the bookings it is about, and those that stay as they were, with commas between. */
    static final String BOEKINGEN = "boekingen";

    static final String BLIJVEN = "blijven";

    private final BoekingBeheer boekingen;
    private final Reeksen reeksen;
    private final BoekingSleutels sleutels;
    private final Medewerkers medewerkers;
    private final Agendabijlage bijlagen;
    private final Accounts accounts;
    private final String basis;

    BezoekBerichtMaker(
            BoekingBeheer boekingen,
            Reeksen reeksen,
            BoekingSleutels sleutels,
            Medewerkers medewerkers,
            Agendabijlage bijlagen,
            Accounts accounts,
            Instellingen instellingen) {
        this.boekingen = boekingen;
        this.reeksen = reeksen;
        this.sleutels = sleutels;
        this.medewerkers = medewerkers;
        this.bijlagen = bijlagen;
        this.accounts = accounts;
        basis = instellingen.baseUrl().toString();
    }

    /** About a series, as a message of one of its bookings. */
    static NieuwBericht overReeks(UUID reeks, BoekingId een, Kanaal kanaal, int versie, Instant nu) {
        return new NieuwBericht(
                REEKS,
                kanaal,
                een.waarde(),
                versie,
                "boeking:" + een.waarde(),
                Map.of(VAN_REEKS, reeks.toString()),
                nu);
    }

    /** Of one series, in order, as they are now; who has no mail did it on a page or by phone and knows. */
    static List<NieuwBericht> afgezegd(List<Boeking> boekingen, Instant nu) {
        return overMeer(AFGEZEGD, Map.of(BOEKINGEN, ids(boekingen)), boekingen.getFirst(), nu);
    }

    /** The same of visits that moved; {@code blijven} could not. */
    static List<NieuwBericht> verzet(List<Boeking> boekingen, List<Boeking> blijven, Instant nu) {
        return overMeer(VERZET, Map.of(BOEKINGEN, ids(boekingen), BLIJVEN, ids(blijven)), boekingen.getFirst(), nu);
    }

    private static List<NieuwBericht> overMeer(String soort, Map<String, String> gegevens, Boeking eerste, Instant nu) {
        return eerste.email().isEmpty()
                ? List.of()
                : List.of(new NieuwBericht(
                        soort,
                        Kanaal.MAIL,
                        eerste.id().waarde(),
                        eerste.versie(),
                        "boeking:" + eerste.id().waarde(),
                        gegevens,
                        nu));
    }

    private static String ids(List<Boeking> boekingen) {
        return boekingen.stream()
                .map(boeking -> boeking.id().waarde().toString())
                .collect(Collectors.joining(","));
    }

    private List<Boeking> genoemd(Bericht bericht, String waar) {
        return Stream.of(bericht.gegevens().getOrDefault(waar, "").split(","))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> boekingen.find(new BoekingId(UUID.fromString(id))).stream())
                .toList();
    }

    static NieuwBericht aanAanbieder(BoekingId id, UUID persoon, Instant nu) {
        return new NieuwBericht(NIEUW, Kanaal.MAIL, id.waarde(), 0, "aanbieder:" + persoon, Map.of(), nu);
    }

    static NieuwBericht aanMakelaar(BoekingId id, Instant voor) {
        return new NieuwBericht(STIL, Kanaal.BELLEN, id.waarde(), 0, "makelaar", Map.of(), voor);
    }

    /** The booking is with who comes instead already. */
    static NieuwBericht vervangen(Boeking boeking, Instant nu) {
        return new NieuwBericht(
                VERVANGEN,
                boeking.email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN,
                boeking.id().waarde(),
                boeking.versie(),
                "boeking:" + boeking.id().waarde(),
                Map.of(),
                nu);
    }

    static NieuwBericht anders(UUID afwezigheid, UUID persoon, Instant nu) {
        return new NieuwBericht(ANDERS, Kanaal.MAIL, afwezigheid, 0, "aanbieder:" + persoon, Map.of(), nu);
    }

    static NieuwBericht gewijzigd(List<Boeking> boekingen, UUID persoon, Instant nu) {
        var eerste = boekingen.getFirst();
        return new NieuwBericht(
                GEWIJZIGD,
                Kanaal.MAIL,
                eerste.id().waarde(),
                eerste.versie(),
                "aanbieder:" + persoon,
                Map.of(BOEKINGEN, ids(boekingen)),
                nu);
    }

    @Override
    public Set<String> soorten() {
        return Set.of(REEKS, AFGEZEGD, VERZET, NIEUW, STIL, VERVANGEN, ANDERS, GEWIJZIGD);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return switch (bericht.soort()) {
            case REEKS -> overReeks(bericht);
            case VERVANGEN -> vervangen(bericht);
            case ANDERS ->
                aanAanbieder(
                        bericht,
                        "mail.huisbezoek-anders",
                        MedewerkerPageController.PAD + "/afwezigheid/" + bericht.dingId());
            case NIEUW -> gevraagd(bericht).flatMap(_ -> aanAanbieder(bericht, "mail.huisbezoek-nieuw", "/bezoeken"));
            case GEWIJZIGD ->
                eerste(bericht)
                        .flatMap(_ -> aanAanbieder(bericht, "mail.huisbezoek-gewijzigd", "/bezoeken"))
                        .map(brief -> brief.metFeiten(gewijzigd(genoemd(bericht, BOEKINGEN))));
            case AFGEZEGD -> eerste(bericht).map(boeking -> afgezegd(boeking, genoemd(bericht, BOEKINGEN)));
            case VERZET ->
                eerste(bericht).map(boeking -> verzet(boeking, genoemd(bericht, BOEKINGEN), genoemd(bericht, BLIJVEN)));
            default -> gevraagd(bericht).map(BezoekBerichtMaker::aanMakelaar);
        };
    }

    /** As long as nobody answered. */
    private Optional<Boeking> gevraagd(Bericht bericht) {
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .filter(boeking -> boeking.status() == Boeking.Status.AANGEVRAAGD);
    }

    /** Who asks, where and when is behind the login. */
    private Optional<Brief> aanAanbieder(Bericht bericht, String soort, String pad) {
        var t = Teksten.in(Taal.NL);
        var persoon = UUID.fromString(bericht.ontvanger().substring("aanbieder:".length()));
        return accounts.find(persoon)
                .filter(account -> !account.isGeblokkeerd())
                .map(account -> Brief.van(
                                Taal.NL,
                                new Bestemming.PerMail(account.naam(), account.email()),
                                t.van(soort + ".onderwerp"),
                                List.of(t.van(soort + ".tekst")))
                        .metKnoppen(List.of(new Knop(t.van(soort + ".knop"), URI.create(basis + pad)))));
    }

    /** When, and who of theirs; not whose home. */
    private List<Feit> gewijzigd(List<Boeking> alle) {
        var t = Teksten.in(Taal.NL);
        var d = new Datums(Taal.NL);
        return alle.stream()
                .map(boeking -> new Feit(
                        d.wanneer(boeking.tijdvak()),
                        t.van(
                                boeking.isActief()
                                        ? "mail.huisbezoek-gewijzigd.verzet"
                                        : "mail.huisbezoek-gewijzigd.afgezegd",
                                medewerkers.voornaam(boeking.moment().bronId()))))
                .toList();
    }

    private static Brief aanMakelaar(Boeking boeking) {
        var t = Teksten.in(Taal.NL);
        var d = new Datums(Taal.NL);
        return Brief.van(
                        Taal.NL,
                        boeking.bestemming(),
                        t.van("mail.huisbezoek-stil.onderwerp"),
                        List.of(t.van("mail.huisbezoek-stil.tekst")))
                .metFeiten(List.of(new Feit(t.van("mail.wanneer"), d.wanneer(boeking.tijdvak()))));
    }

    private Optional<Brief> vervangen(Bericht bericht) {
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .filter(boeking -> boeking.isActief() && boeking.versie() == bericht.dingVersie())
                .map(boeking -> vervangen(bericht, boeking));
    }

    private Brief vervangen(Bericht bericht, Boeking boeking) {
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : boeking.taal();
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var wie = medewerkers.voornaam(boeking.moment().bronId());
        var alineas = new ArrayList<>(List.of(t.van("mail.huisbezoek-vervangen.tekst", wie)));
        if (boeking.status() == Boeking.Status.AANGEVRAAGD) {
            alineas.add(t.van("mail.huisbezoek-vervangen.gevraagd"));
        }
        return Brief.van(
                        t.taal(),
                        boeking.bestemming(),
                        t.van(
                                "mail.huisbezoek-vervangen.onderwerp",
                                d.dagZonderJaar(boeking.moment().datum())),
                        alineas)
                .metFeiten(List.of(
                        new Feit(t.van("mail.wanneer"), d.wanneer(boeking.tijdvak())),
                        new Feit(t.van("mail.waar"), t.van("mail.bij-u-thuis")),
                        new Feit(t.van("mail.code"), boeking.code())))
                .metKnoppen(List.of(new Knop(t.van("mail.bekijk"), URI.create(sleutels.beheerUrl(boeking.id())))))
                .metSlot(List.of(t.van("mail.huisbezoek-vervangen.past-niet"), t.van("mail.niet-van-u")));
    }

    private Optional<Brief> overReeks(Bericht bericht) {
        var reeks = UUID.fromString(Objects.requireNonNull(bericht.gegevens().get(VAN_REEKS)));
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .flatMap(boeking -> brief(bericht, boeking, reeksen.van(reeks)));
    }

    private Optional<Brief> brief(Bericht bericht, Boeking eerste, List<Boeking> alle) {
        if (alle.isEmpty()) {
            return Optional.empty();
        }
        // Who is called hears it from the makelaar.
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : eerste.taal();
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var gevraagd = alle.stream().anyMatch(boeking -> boeking.status() == Boeking.Status.AANGEVRAAGD);
        var brief = Brief.van(
                        t.taal(),
                        eerste.bestemming(),
                        t.van("mail.bezoekreeks.onderwerp"),
                        List.of(t.van(gevraagd ? "mail.boeking-aanvraag.tekst" : "mail.bezoekreeks.tekst")))
                .metFeiten(alle.stream()
                        .map(boeking -> new Feit(d.wanneer(boeking.tijdvak()), t.van("mail.bij-u-thuis")))
                        .toList())
                .metKnoppen(List.of(new Knop(t.van("mail.bekijk"), URI.create(sleutels.beheerUrl(eerste.id())))))
                .metSlot(List.of(t.van("mail.kunt-niet"), t.van("mail.niet-van-u")));
        return Optional.of(gevraagd ? brief : brief.metBijlagen(bijlagen.van(alle)));
    }

    /** As long as nothing newer was told of it. */
    private Optional<Boeking> eerste(Bericht bericht) {
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .filter(boeking -> boeking.versie() == bericht.dingVersie());
    }

    private Brief afgezegd(Boeking eerste, List<Boeking> alle) {
        var t = Teksten.in(eerste.taal());
        var d = new Datums(eerste.taal());
        return Brief.van(
                        t.taal(),
                        eerste.bestemming(),
                        t.van("mail.bezoekreeks-afgezegd.onderwerp", alle.size()),
                        List.of(t.van("mail.bezoekreeks-afgezegd.tekst")))
                .metFeiten(alle.stream()
                        .map(boeking -> new Feit(d.wanneer(boeking.tijdvak()), t.van("mail.bezoekreeks-afgezegd.weg")))
                        .toList())
                .metSlot(List.of(t.van("mail.uit-agendas")))
                .metBijlagen(bijlagen.van(alle));
    }

    private Brief verzet(Boeking eerste, List<Boeking> alle, List<Boeking> blijven) {
        var t = Teksten.in(eerste.taal());
        var d = new Datums(eerste.taal());
        var feiten = new ArrayList<Feit>();
        alle.forEach(
                boeking -> feiten.add(new Feit(d.wanneer(boeking.tijdvak()), t.van("mail.bezoekreeks-verzet.nieuw"))));
        blijven.forEach(
                boeking -> feiten.add(new Feit(d.wanneer(boeking.tijdvak()), t.van("mail.bezoekreeks-verzet.blijft"))));
        return Brief.van(
                        t.taal(),
                        eerste.bestemming(),
                        t.van("mail.bezoekreeks-verzet.onderwerp", alle.size()),
                        List.of(t.van(
                                blijven.isEmpty()
                                        ? "mail.bezoekreeks-verzet.tekst"
                                        : "mail.bezoekreeks-verzet.tekst-deels")))
                .metFeiten(feiten)
                .metKnoppen(List.of(new Knop(t.van("mail.bekijk"), URI.create(sleutels.beheerUrl(eerste.id())))))
                .metSlot(List.of(t.van("mail.boeking-wijziging.bijlage"), t.van("mail.kunt-niet")))
                .metBijlagen(bijlagen.van(alle));
    }
}
