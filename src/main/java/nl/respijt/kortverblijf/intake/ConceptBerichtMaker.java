package nl.respijt.kortverblijf.intake;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.kortverblijf.intake.Concepten.Stand;
import nl.respijt.web.Teksten;

/** The link to go on with an intake; that it is one, the mail does not say. */
@Singleton
final class ConceptBerichtMaker implements BerichtMaker {
    static final String KLAAR = "concept-klaar";

    private final Concepten concepten;
    private final ConceptSleutels sleutels;

    ConceptBerichtMaker(Concepten concepten, ConceptSleutels sleutels) {
        this.concepten = concepten;
        this.sleutels = sleutels;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(KLAAR);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return concepten.find(bericht.dingId()) instanceof Stand.Open(var concept) && concept.heeft("email")
                ? Optional.of(brief(concept))
                : Optional.empty();
    }

    private Brief brief(Concept concept) {
        var t = Teksten.in(concept.taal());
        return Brief.van(
                        concept.taal(),
                        new Bestemming.PerMail(concept.antwoord("naam"), concept.antwoord("email")),
                        t.van("mail.concept-klaar.onderwerp"),
                        List.of(t.van("mail.concept-klaar.tekst", Concepten.BEWAARD.toDays())))
                .metFeiten(List.of(new Feit(t.van("mail.code"), concept.code())))
                .metKnoppen(List.of(new Knop(t.van("mail.concept-klaar.knop"), URI.create(sleutels.url(concept.id())))))
                .metSlot(List.of(t.van("mail.concept-klaar.niet-van-u")));
    }
}
