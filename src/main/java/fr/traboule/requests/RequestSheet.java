package fr.traboule.requests;

import fr.traboule.ground.files.StoredFile;
import java.util.List;

/** All there is to see of a request. */
public record RequestSheet(Request request, Statement statement, List<StoredFile> files, List<RequestStory> story) {}
