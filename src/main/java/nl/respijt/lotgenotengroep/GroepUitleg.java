package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.boeking.MomentUitleg;
import nl.respijt.boeking.Soort;
import nl.respijt.web.Teksten;

/** Says on public pages for whom a group is, where its moment may not. */
@Singleton
final class GroepUitleg implements MomentUitleg {
    private final GroepService groepen;

    GroepUitleg(GroepService groepen) {
        this.groepen = groepen;
    }

    @Override
    public Soort soort() {
        return Soort.GROEP;
    }

    @Override
    public Map<UUID, Wie> van(Set<UUID> bronnen, Teksten t) {
        return groepen.teVinden().stream()
                .filter(groep -> bronnen.contains(groep.id()))
                .collect(Collectors.toMap(
                        Lotgenotengroep::id,
                        groep -> new Wie(Groepstekst.doelgroep(groep, t), groep.alleenVrouwen(), groep.pad())));
    }
}
