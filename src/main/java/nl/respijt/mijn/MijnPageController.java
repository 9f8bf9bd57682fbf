package nl.respijt.mijn;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.boeking.Wachtplek;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.Verblijf;
import nl.respijt.kortverblijf.VerblijfSleutels;
import nl.respijt.kortverblijf.intake.ConceptSleutels;
import nl.respijt.kortverblijf.intake.Concepten;
import nl.respijt.lotgenotengroep.Deelname;
import nl.respijt.lotgenotengroep.Deelnames;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Paginas;

/** A carer's own list: everything that is to come and that has been, each with its own page. */
@Hidden
@Controller("/mijn")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MijnPageController {
    /** One appointment; {@code status} is a text key, empty for one that simply is to come or has been. */
    public record Regel(Boeking boeking, String pad, String status) {}

    /** A group somebody is in, or will be; {@code komende} is when they come first. */
    public record Groep(Deelname deelname, String pad, Optional<Moment> komende) {}

    /** A place in line; {@code moment} is empty for a group. */
    public record Wachtend(Wachtplek plek, int plaatsInRij, Optional<Moment> moment, String pad) {}

    /** A stay that is asked for, or that they did not finish asking for; {@code nachten} is empty as long as nobody chose. */
    public record Logeren(Optional<Verblijf> nachten, String status, String pad) {
        public boolean isConcept() {
            return status.equals(CONCEPT);
        }
    }

    /**
     * What is to come, the first first (what belongs to a group stands with the group); what has been or was cancelled,
     * the last first.
     */
    public record MijnPagina(
            String naam,
            List<Regel> komend,
            List<Groep> groepen,
            List<Wachtend> wachtend,
            List<Logeren> logeren,
            List<Regel> geweest) {
        public boolean isLeeg() {
            return komend.isEmpty() && groepen.isEmpty() && wachtend.isEmpty() && logeren.isEmpty();
        }
    }

    private static final String CONCEPT = "mijn.logeren-concept";

    private final BoekingBeheer boekingen;
    private final Wachtlijst wachtlijst;
    private final Deelnames deelnames;
    private final Reeksen reeksen;
    private final MomentService momenten;
    private final Aanmeldingen aanmeldingen;
    private final VerblijfSleutels aanmeldSleutels;
    private final Concepten concepten;
    private final ConceptSleutels conceptSleutels;
    private final BoekingSleutels sleutels;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    MijnPageController(
            BoekingBeheer boekingen,
            Wachtlijst wachtlijst,
            Deelnames deelnames,
            Reeksen reeksen,
            MomentService momenten,
            Aanmeldingen aanmeldingen,
            VerblijfSleutels aanmeldSleutels,
            Concepten concepten,
            ConceptSleutels conceptSleutels,
            BoekingSleutels sleutels,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.boekingen = boekingen;
        this.wachtlijst = wachtlijst;
        this.deelnames = deelnames;
        this.reeksen = reeksen;
        this.momenten = momenten;
        this.aanmeldingen = aanmeldingen;
        this.aanmeldSleutels = aanmeldSleutels;
        this.concepten = concepten;
        this.conceptSleutels = conceptSleutels;
        this.sleutels = sleutels;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_AFSPRAKEN_ZIEN)
    @Get
    HttpResponse<?> lijst(HttpRequest<?> verzoek) {
        var wie = toegang.wie(verzoek);
        return paginas.ok(verzoek, "mijn/mijn", pagina(wie, klok.instant()));
    }

    private MijnPagina pagina(Aanmelding wie, Instant nu) {
        var id = wie.persoonId().map(MantelzorgerId::new);
        var groepen = id.map(deelnames::van).orElse(List.of());
        var bijGroep = groepen.stream()
                .flatMap(deelname -> reeksen.van(deelname.id()).stream())
                .map(Boeking::id)
                .collect(Collectors.toSet());
        Map<Boolean, List<Regel>> perTijd = id.map(boekingen::van).orElse(List.of()).stream()
                .filter(boeking -> !bijGroep.contains(boeking.id()))
                .collect(Collectors.partitioningBy(
                        boeking -> isKomend(boeking, nu),
                        Collectors.mapping(boeking -> regel(boeking, nu), Collectors.toList())));
        return new MijnPagina(
                wie.naam(),
                perTijd.getOrDefault(true, List.of()),
                groepen.stream().map(this::groep).toList(),
                id.map(wachtlijst::van).orElse(List.of()).stream()
                        .map(this::wachtend)
                        .toList(),
                id.map(this::logeren).orElse(List.of()),
                perTijd.getOrDefault(false, List.of()).reversed());
    }

    private List<Logeren> logeren(MantelzorgerId wie) {
        var lopende = aanmeldingen.lopende(wie);
        var nachten = aanmeldingen.nachten(lopende);
        return Stream.concat(
                        concepten.van(wie).stream()
                                .map(concept ->
                                        new Logeren(concept.verblijf(), CONCEPT, conceptSleutels.pad(concept.id()))),
                        lopende.stream()
                                .map(aanmelding -> new Logeren(
                                        Optional.ofNullable(nachten.get(aanmelding.id())),
                                        "verblijf.status." + aanmelding.status().woord(),
                                        aanmeldSleutels.pad(aanmelding.id()))))
                .toList();
    }

    private Groep groep(Deelname deelname) {
        return new Groep(
                deelname,
                "/deelname/" + sleutels.beheersleutel(new BoekingId(deelname.id())),
                reeksen.van(deelname.id()).stream().map(Boeking::moment).findFirst());
    }

    private Wachtend wachtend(Wachtplek plek) {
        return new Wachtend(
                plek,
                wachtlijst.plaatsInRij(plek).orElse(0),
                momenten.find(new MomentId(plek.dingId())),
                sleutels.wachtPad(plek.id()));
    }

    /** One that was lost because the moment lapsed stays in sight: another moment can be chosen with it. */
    private static boolean isKomend(Boeking boeking, Instant nu) {
        return nu.isBefore(boeking.tijdvak().tot()) && (boeking.isActief() || boeking.isVerlorenDoorAfgelasting());
    }

    private Regel regel(Boeking boeking, Instant nu) {
        return new Regel(boeking, sleutels.beheerPad(boeking.id()), status(boeking, nu));
    }

    private static String status(Boeking boeking, Instant nu) {
        if (boeking.isVerlorenDoorAfgelasting()) {
            return "mijn.status.vervallen";
        }
        return switch (boeking.status()) {
            case BEVESTIGD, GEWEEST -> "";
            case AANGEVRAAGD -> nu.isBefore(boeking.tijdvak().tot()) ? "mijn.status.aangevraagd" : "";
            case GEANNULEERD -> "mijn.status.geannuleerd";
            case AFGEWEZEN -> "mijn.status.afgewezen";
            case NIET_VERSCHENEN -> "mijn.status.niet-verschenen";
        };
    }
}
